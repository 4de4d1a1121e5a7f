import { problem, type Problem } from '../kernel/problem';
import type { Network } from '../model/network';
import { lockOut } from './aaa/lock-out';
import { ambiguousPolicy } from './ikev2/ambiguous-policy';
import { postQuantum } from './ikev2/post-quantum';
import { releaseAlgorithms } from './ikev2/release-algorithms';
import { tlsListener } from './fmc/tls-listener';
import type { Rule } from './rule';

export const rules: readonly Rule[] = [ambiguousPolicy, releaseAlgorithms, postQuantum, lockOut, tlsListener];

/** What the rules find, as problems of the synth. */
export const findings = (network: Network): readonly Problem[] =>
  rules.flatMap((rule) => rule.check(network).map((f) => problem(rule.id, f.path, f.message, f.remedy)));
