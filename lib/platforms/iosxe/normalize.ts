import { asItIs } from '../../desired/cli/entry';
import type { Node } from '../../desired/cli/tree';
import { isBroadcast, isLogLine } from '../../wire/device-words';
import { configurationIn, readerOf } from '../cli-read';
import { withoutBanners } from './banners';
import { lookup } from './grammar/lookup';
import { rawConfig } from './grammar/raw';
import { withNumberedLists } from './numbered-lists';

/** What the device says to its terminals in between is no configuration. */
const withoutMessages = (text: string): string =>
  text.includes('%') || text.includes('***')
    ? text
        .split('\n')
        .filter((line) => !isBroadcast(line) && (!line.includes('%') || !isLogLine(line)))
        .join('\n')
    : text;

export const configurationOf = (shown: string, target: string): readonly Node[] =>
  configurationIn(shown, target, {
    command: 'show running-config',
    device: 'the device',
    what: 'running-config',
    end: 'end',
    clean: (text) => withoutBanners(withoutMessages(text)),
  });

/** What stands above a configuration when it is shown. */
const isTitle = (line: string): boolean =>
  /^(Building configuration\.\.\.|Current configuration : \d+ bytes)$/.test(line);

/** A line or a block that no noun knows is text, where raw configuration is declared for it. */
export const normalize = readerOf({
  lookup,
  prepare: withNumberedLists,
  other: (root, wanted) => {
    const block = wanted(root.text);
    if (block !== undefined) return [{ ...block, entries: root.children.map(asItIs) }];
    const lines = wanted(rawConfig.as!);
    return lines === undefined || root.children.length > 0 || isTitle(root.text)
      ? []
      : [{ ...lines, entries: [asItIs(root)] }];
  },
});
