import type { Rule } from '../../engine/rule';
import { cipherWithHmac } from './cipher-with-hmac';
import { defaultLifetime } from './default-lifetime';
import { noEncryption } from './no-encryption';
import { noPfs } from './no-pfs';

export const ipsecRules: readonly Rule[] = [cipherWithHmac, noEncryption, defaultLifetime, noPfs];
