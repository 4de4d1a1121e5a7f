import type { Node } from '../../desired/cli/tree';
import { isBroadcast, isLogLine } from '../../wire/device-words';
import { fail } from '../../kernel/problem';
import { rawSections } from '../../engine/cli/raw-text';
import { configurationIn, readerOf, type Shown } from '../../engine/cli/read';
import { wholeConfiguration, type Witness } from '../../engine/cli/whole';
import { bannersApart } from './banners';
import { syntax } from './syntax';
import { lookup } from './grammar/lookup';
import { inOneForm } from './printed-forms';

/** What the device says to its terminals in between is not configuration. */
const isMessage = (line: string): boolean => isBroadcast(line) || (line.includes('%') && isLogLine(line));

const shownBy: Shown = {
  command: 'show running-config',
  device: 'the device',
  what: 'running-config',
  end: 'end',
  before: /^(Building configuration\.\.\.|Current configuration ?:|Load for |Time source is |upgrade fpd )/,
  begins: /^version (\d+)\.(\d+)/,
  clean: (text, target) => {
    const { text: plain, unclosed } = bannersApart(text, isMessage);
    return unclosed === undefined
      ? plain
      : fail(
          'device.truncated',
          target,
          `the running-config holds \`${unclosed}\` inside of another text that does not end: nothing is planned on such a reading`,
          'try again; if it stays so, look at the banners of the device',
        );
  },
  syntax,
};

export const configurationOf = (shown: string, target: string): readonly Node[] =>
  configurationIn(shown, target, shownBy);

/** The configuration, proven whole by what else the session knows of the device. */
export const wholeConfigurationOf = (shown: string, target: string, witness: Witness): readonly Node[] =>
  wholeConfiguration(shown, target, shownBy, witness);

/** What stands above a configuration when it is shown. */
const isTitle = (line: string): boolean =>
  /^(Building configuration\.\.\.|Current configuration : \d+ bytes)$/.test(line);

export const normalize = readerOf({ lookup, prepare: inOneForm, other: rawSections(isTitle) });
