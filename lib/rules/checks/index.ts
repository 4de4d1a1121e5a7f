import type { Rule } from '../engine/rule';
import { aaaRules } from './aaa';
import { addressingRules } from './addressing';
import { clientsRules } from './clients';
import { cnsaRules } from './cnsa';
import { cryptoMapsRules } from './crypto-maps';
import { duoRules } from './duo';
import { endsRules } from './ends';
import { fmcRules } from './fmc';
import { ikev2Rules } from './ikev2';
import { interfacesRules } from './interfaces';
import { ipsecRules } from './ipsec';
import { iseRules } from './ise';
import { pkiRules } from './pki';
import { referencesRules } from './references';
import { remoteAccessRules } from './remote-access';
import { samlRules } from './saml';

export const rules: readonly Rule[] = [
  ...referencesRules,
  ...ikev2Rules,
  ...ipsecRules,
  ...pkiRules,
  ...aaaRules,
  ...addressingRules,
  ...interfacesRules,
  ...cryptoMapsRules,
  ...remoteAccessRules,
  ...samlRules,
  ...endsRules,
  ...clientsRules,
  ...fmcRules,
  ...duoRules,
  ...iseRules,
  ...cnsaRules,
];
