import type { Rule } from '../../engine/rule';
import { noEapAllowed } from './no-eap';
import { otherIseSecret } from './other-secret';
import { unlistedIseCaller } from './unlisted-caller';

export const iseRules: readonly Rule[] = [unlistedIseCaller, otherIseSecret, noEapAllowed];
