import type { Node } from '../../desired/cli/tree';
import { isLogLine } from '../../wire/device-words';
import { rawSections } from '../../engine/cli/raw-text';
import { configurationIn, readerOf, type Shown } from '../../engine/cli/read';
import { wholeConfiguration, type Witness } from '../../engine/cli/whole';
import { lookup } from './grammar/lookup';
import { prepared } from './plain-addresses';
import { syntax } from './syntax';

/** `: Saved`, `: Serial Number: …`: what an ASA says of the file and not in it. */
const isRemark = (line: string): boolean => /^:(?! end)/.test(line);

const shownBy: Shown = {
  command: 'more system:running-config',
  device: 'the ASA',
  what: 'running configuration',
  end: ': end',
  before: /^Cryptochecksum:/,
  begins: /^ASA Version (\d+)\.(\d+)/,
  clean: (text) =>
    text
      .split('\n')
      .filter((line) => !isRemark(line) && !isLogLine(line))
      .join('\n'),
  syntax,
};

export const configurationOf = (shown: string, target: string): readonly Node[] =>
  configurationIn(shown, target, shownBy);

/** The configuration, proven whole by what else the session knows of the ASA. */
export const wholeConfigurationOf = (shown: string, target: string, witness: Witness): readonly Node[] =>
  wholeConfiguration(shown, target, shownBy, witness);

export const normalize = readerOf({
  lookup,
  prepare: prepared,
  other: rawSections((line) => /^ASA Version /.test(line)),
});
