import { cliDialectOf } from '../../desired/cli/dialect';
import { lowerCli } from '../../desired/cli/lower';
import type { Section } from '../../desired/cli/section';
import type { CliStep } from '../../desired/cli/step';
import { cliArtifacts } from '../../engine/cli/artifact';
import { knownRaw } from '../../engine/cli/raw-text';
import type { Platform } from '../../contract/platform';
import { faults } from './faults';
import { grammarOf } from './grammar';
import { lookup } from './grammar/lookup';
import { impact } from './impact';
import { prints, read } from './inspect';
import { syntax } from './syntax';

/** Cisco ASA over its command line. */
export const asa: Platform<'asa', Section, CliStep> = {
  id: 'asa',
  title: 'ASA',
  role: 'firewall',
  dialect: cliDialectOf(syntax),
  lower: ({ resources }) => {
    const { desired, problems } = lowerCli(resources, grammarOf, 'ASA', syntax);
    return { desired, problems: [...problems, ...faults(resources), ...knownRaw(resources, lookup.nounOfLine)] };
  },
  where: ({ host }) => host,
  artifacts: (desired) => cliArtifacts(syntax, desired),
  show: (step) => step.lines,
  impact,
  read,
  prints,
  connect: async (target, ports) => (await import('./transport.js')).connect(target, ports),
};
