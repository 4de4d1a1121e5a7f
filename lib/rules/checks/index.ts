import { accounting } from './aaa/accounting';
import { eapLocally } from './aaa/eap-locally';
import { eapTimeout } from './aaa/eap-timeout';
import { lockOut } from './aaa/lock-out';
import { poolOverlapsNetwork } from './addressing/pool-overlaps-network';
import { poolTooSmall } from './addressing/pool-too-small';
import { poolTranslated } from './addressing/pool-translated';
import { poolsOverlap } from './addressing/pools-overlap';
import { clientMethod } from './clients/method';
import { clientSsl } from './clients/ssl';
import { clientTimeout } from './clients/timeout';
import { unknownHeadend } from './clients/unknown-headend';
import { cnsaOne } from './cnsa/suite-1';
import { cnsaTwo } from './cnsa/suite-2';
import { eapToDirectory } from './duo/eap-to-directory';
import { failmode } from './duo/failmode';
import { ineffective } from './duo/ineffective';
import { noClient } from './duo/no-client';
import { otherSecret } from './duo/other-secret';
import { passThrough } from './duo/pass-through';
import { portTwice } from './duo/port-twice';
import { pushTimeout } from './duo/push-timeout';
import { unlistedCaller } from './duo/unlisted-caller';
import { authentication } from './ends/authentication';
import { authority } from './ends/authority';
import { certificateMap } from './ends/certificate-map';
import { espSuite } from './ends/esp-suite';
import { identity } from './ends/identity';
import { ikeSuite } from './ends/ike-suite';
import { lifetimes } from './ends/lifetimes';
import { endsPacketSize } from './ends/packet-size';
import { pfs } from './ends/pfs';
import { routes } from './ends/routes';
import { selectors } from './ends/selectors';
import { tunnelForm } from './ends/tunnel-form';
import { tunnelNetwork } from './ends/tunnel-network';
import { splitListType } from './fmc/split-list-type';
import { endpointRole } from './fmc/endpoint-role';
import { tlsListener } from './fmc/tls-listener';
import { addressAgainstDn } from './ikev2/address-against-dn';
import { ambiguousPolicy } from './ikev2/ambiguous-policy';
import { ambiguousProfile } from './ikev2/ambiguous-profile';
import { authorizationMethod } from './ikev2/authorization-method';
import { catchAll } from './ikev2/catch-all';
import { cluster } from './ikev2/cluster';
import { eapWithoutCertificate } from './ikev2/eap-without-certificate';
import { frontVrf } from './ikev2/front-vrf';
import { halfAKey } from './ikev2/half-a-key';
import { httpUrlCert } from './ikev2/http-url-cert';
import { incompleteProposal } from './ikev2/incomplete-proposal';
import { keyBesideCertificate } from './ikev2/key-beside-certificate';
import { lifetimeOrder } from './ikev2/lifetime-order';
import { mapWithoutIke } from './ikev2/map-without-ike';
import { neverMatched } from './ikev2/never-matched';
import { periodicDpd } from './ikev2/periodic-dpd';
import { postQuantum } from './ikev2/post-quantum';
import { queryIdentity } from './ikev2/query-identity';
import { reconnectWithKey } from './ikev2/reconnect-with-key';
import { releaseAlgorithms } from './ikev2/release-algorithms';
import { signatureWithoutTrustpoint } from './ikev2/signature-without-trustpoint';
import { weakAlgorithms } from './ikev2/weak-algorithms';
import { wildcardKey } from './ikev2/wildcard-key';
import { flexvpnClient } from './interfaces/flexvpn-client';
import { packetSize } from './interfaces/packet-size';
import { sharedProtection } from './interfaces/shared-protection';
import { templateAddress } from './interfaces/template-address';
import { templateProfile } from './interfaces/template-profile';
import { vrfFamily } from './interfaces/vrf-family';
import { otherIseSecret } from './ise/other-secret';
import { unlistedIseCaller } from './ise/unlisted-caller';
import { cipherWithHmac } from './ipsec/cipher-with-hmac';
import { defaultLifetime } from './ipsec/default-lifetime';
import { noEncryption } from './ipsec/no-encryption';
import { noPfs } from './ipsec/no-pfs';
import { clock } from './pki/clock';
import { revocation } from './pki/revocation';
import { serverName } from './pki/server-name';
import { serverUsage } from './pki/server-usage';
import { uncheckedAuthority } from './pki/unchecked-authority';
import { weakCertificate } from './pki/weak-certificate';
import { localPolicy } from './references/local-policy';
import { nowhere } from './references/dangling-reference';
import { unused } from './references/unused';
import { missingVrf } from './references/vrf';
import { wrongKind } from './references/wrong-kind';
import { sslOpen } from './remote-access/ssl-open';
import { sslPort } from './remote-access/ssl-port';
import { windowsCipher } from './remote-access/windows-cipher';
import { windowsIdentity } from './remote-access/windows-identity';
import { windowsSplitTunnel } from './remote-access/windows-split-tunnel';
import type { Rule } from '../engine/rule';

/** Every rule that comes with Tunnelwright, in the order of `docs/rules.md`. A new one is added here. */
export const rules: readonly Rule[] = [
  nowhere,
  wrongKind,
  unused,
  localPolicy,
  missingVrf,
  ambiguousPolicy,
  releaseAlgorithms,
  postQuantum,
  weakAlgorithms,
  wildcardKey,
  keyBesideCertificate,
  halfAKey,
  addressAgainstDn,
  ambiguousProfile,
  neverMatched,
  catchAll,
  lifetimeOrder,
  eapWithoutCertificate,
  queryIdentity,
  httpUrlCert,
  reconnectWithKey,
  incompleteProposal,
  signatureWithoutTrustpoint,
  authorizationMethod,
  frontVrf,
  cluster,
  periodicDpd,
  mapWithoutIke,
  cipherWithHmac,
  noEncryption,
  defaultLifetime,
  noPfs,
  clock,
  revocation,
  uncheckedAuthority,
  weakCertificate,
  serverName,
  serverUsage,
  lockOut,
  eapLocally,
  eapTimeout,
  accounting,
  poolsOverlap,
  poolOverlapsNetwork,
  poolTooSmall,
  poolTranslated,
  templateAddress,
  templateProfile,
  packetSize,
  flexvpnClient,
  sharedProtection,
  vrfFamily,
  windowsCipher,
  windowsSplitTunnel,
  sslPort,
  sslOpen,
  windowsIdentity,
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
  unknownHeadend,
  clientTimeout,
  clientMethod,
  clientSsl,
  tlsListener,
  splitListType,
  endpointRole,
  portTwice,
  noClient,
  passThrough,
  eapToDirectory,
  failmode,
  pushTimeout,
  unlistedCaller,
  otherSecret,
  ineffective,
  unlistedIseCaller,
  otherIseSecret,
  cnsaOne,
  cnsaTwo,
];
