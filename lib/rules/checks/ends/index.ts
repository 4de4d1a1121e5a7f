import type { Rule } from '../../engine/rule';
import { authentication } from './authentication';
import { authority } from './authority';
import { certificateMap } from './certificate-map';
import { destination } from './destination';
import { espSuite } from './esp-suite';
import { identity } from './identity';
import { peerLooksInCertificate } from './identity-in-certificate';
import { ikeSuite } from './ike-suite';
import { lifetimes } from './lifetimes';
import { keys } from './keys';
import { endsPacketSize } from './packet-size';
import { pfs } from './pfs';
import { routeAndPolicy } from './route-and-policy';
import { routes } from './routes';
import { selectors } from './selectors';
import { tunnelForm } from './tunnel-form';
import { tunnelNetwork } from './tunnel-network';
import { unanswered } from './unanswered';

export const endsRules: readonly Rule[] = [
  ikeSuite,
  espSuite,
  lifetimes,
  pfs,
  identity,
  authentication,
  tunnelForm,
  endsPacketSize,
  tunnelNetwork,
  routes,
  authority,
  certificateMap,
  selectors,
  destination,
  keys,
  peerLooksInCertificate,
  unanswered,
  routeAndPolicy,
];
