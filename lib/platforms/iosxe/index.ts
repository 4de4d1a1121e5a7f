import { cliDialectOf } from '../../desired/cli/dialect';
import { lowerCli } from '../../desired/cli/lower';
import type { Section } from '../../desired/cli/section';
import type { CliStep } from '../../desired/cli/step';
import { cliArtifacts } from '../../engine/cli/artifact';
import { knownRaw } from '../../engine/cli/raw-text';
import type { Platform } from '../../contract/platform';
import { grammarOf } from './grammar';
import { lookup } from './grammar/lookup';
import { impact } from './impact';
import { prints, read } from './inspect';
import { firewallOnly } from './limits';
import { withNumberedLists } from './numbered-lists';
import { tooEarly } from './releases';
import { syntax } from './syntax';

/** Cisco IOS-XE over its command line. */
export const iosxe: Platform<'iosxe', Section, CliStep> = {
  id: 'iosxe',
  title: 'IOS-XE',
  role: 'router',
  dialect: cliDialectOf(syntax),
  lower: ({ resources, settings }) => {
    const { desired, problems } = lowerCli(resources, grammarOf, 'IOS-XE', syntax);
    return {
      desired,
      problems: [
        ...problems,
        ...tooEarly(resources, settings.release),
        ...firewallOnly(resources),
        ...knownRaw(resources, (text) =>
          lookup.nounOfLine(withNumberedLists([{ text, children: [], line: 1 }])[0]!.text),
        ),
      ],
    };
  },
  where: ({ host }) => host,
  artifacts: (desired) => [
    ...cliArtifacts(syntax, desired),
    ...desired.items.flatMap(({ content }) =>
      content.content === undefined ? [] : [{ suffix: `/${content.header.split('/').pop()}`, text: content.content }],
    ),
  ],
  show: (step) => step.lines,
  impact,
  read,
  prints,
  connect: async (target, ports) => (await import('./transport.js')).connect(target, ports),
};
