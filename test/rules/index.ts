import { aaa } from './aaa';
import { addressing } from './addressing';
import { clients } from './clients';
import { cnsa } from './cnsa';
import { cryptoMaps } from './crypto-maps';
import { duo } from './duo';
import { ends } from './ends';
import { fmc } from './fmc';
import { ikev2 } from './ikev2';
import { interfaces } from './interfaces';
import { ipsec } from './ipsec';
import { ise } from './ise';
import { pki } from './pki';
import { references } from './references';
import { remoteAccess } from './remote-access';
import { saml } from './saml';
import type { RuleExample } from '../support/rule-example';

/** By the id of the rule: a good and a bad network for each. */
export const ruleExamples: Readonly<Record<string, RuleExample>> = {
  ...references,
  ...ikev2,
  ...ipsec,
  ...pki,
  ...aaa,
  ...addressing,
  ...interfaces,
  ...cryptoMaps,
  ...remoteAccess,
  ...saml,
  ...ends,
  ...clients,
  ...fmc,
  ...duo,
  ...ise,
  ...cnsa,
};
