import { cliDialect, type CliStep } from '../../desired/cli/dialect';
import { lowerCli } from '../../desired/cli/lower';
import type { Section } from '../../desired/cli/section';
import { cliArtifact } from '../cli-artifact';
import type { Platform } from '../platform';
import { grammarOf } from './grammar';
import { impact } from './impact';
import { inspect } from './inspect';
import { knownRaw } from './raw';
import { connect } from './transport';

/** Cisco IOS-XE over its command line. */
export const iosxe: Platform<'iosxe', Section, CliStep> = {
  id: 'iosxe',
  title: 'IOS-XE',
  dialect: cliDialect,
  lower: ({ resources }) => {
    const { desired, problems } = lowerCli(resources, grammarOf, 'IOS-XE');
    return { desired, problems: [...problems, ...knownRaw(resources)] };
  },
  artifact: cliArtifact,
  show: (step) => step.lines,
  impact,
  inspect,
  connect,
};
