import type { Rule } from '../../engine/rule';
import { accounting } from './accounting';
import { directoryInClear } from './directory-in-clear';
import { eapLocally } from './eap-locally';
import { eapTimeout } from './eap-timeout';
import { lockOut } from './lock-out';

export const aaaRules: readonly Rule[] = [lockOut, eapLocally, eapTimeout, accounting, directoryInClear];
