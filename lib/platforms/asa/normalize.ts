import type { Node } from '../../desired/cli/tree';
import { isLogLine } from '../../wire/device-words';
import { configurationIn, readerOf } from '../cli-read';
import { lookup } from './grammar/lookup';

/** `: Saved`, `: Serial Number: …`: what an ASA says of the file and not in it. */
const isRemark = (line: string): boolean => /^:(?! end)/.test(line);

export const configurationOf = (shown: string, target: string): readonly Node[] =>
  configurationIn(shown, target, {
    command: 'more system:running-config',
    device: 'the ASA',
    what: 'running configuration',
    end: ': end',
    clean: (text) =>
      text
        .split('\n')
        .filter((line) => !isRemark(line) && !isLogLine(line))
        .join('\n'),
  });

export const normalize = readerOf({ lookup });
