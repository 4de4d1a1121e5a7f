import type { Rule } from '../../engine/rule';
import { clientMethod } from './method';
import { clientSsl } from './ssl';
import { clientTimeout } from './timeout';
import { unknownHeadend } from './unknown-headend';

export const clientsRules: readonly Rule[] = [unknownHeadend, clientTimeout, clientMethod, clientSsl];
