import type { Rule } from '../../engine/rule';
import { accessBypassed } from './access-bypassed';
import { accessRuleOff } from './access-rule-off';
import { bgpNetwork } from './bgp-network';
import { domainNameProtected } from './domain-name-protected';
import { endpointRole } from './endpoint-role';
import { equalCostRoutes } from './equal-cost-routes';
import { nameInOtherCase } from './name-in-other-case';
import { overriddenProtected } from './overridden-protected';
import { overrideRefused } from './override-refused';
import { splitListType } from './split-list-type';
import { tlsListener } from './tls-listener';

export const fmcRules: readonly Rule[] = [
  tlsListener,
  splitListType,
  endpointRole,
  nameInOtherCase,
  domainNameProtected,
  equalCostRoutes,
  accessRuleOff,
  accessBypassed,
  overrideRefused,
  overriddenProtected,
  bgpNetwork,
];
