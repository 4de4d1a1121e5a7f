/**
 * Who a router says it is, whom it believes, and how both prove it: the forms of an IKEv2 profile, with a key for
 * each direction. Cisco Live BRKSEC-2881, "IKEv2 CLI Overview".
 */
import {
  App,
  CertTrustpoint,
  CertificateMap,
  IkeV2Keyring,
  IkeV2Policy,
  IkeV2Profile,
  IkeV2Proposal,
  IosXeRouter,
  Login,
  Rules,
  Secret,
  VpnStack,
  Vrf,
} from 'tunnelwright';
import type { Construct } from 'constructs';

class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const edge = new IosXeRouter(this, 'edge', { host: '192.0.2.1', release: '17.9', login: Login.fromEnv('EDGE') });

    const proposal = new IkeV2Proposal(edge, 'strong', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] });
    new IkeV2Policy(edge, 'strong-only', { proposals: [proposal] });
    const keyring = new IkeV2Keyring(edge, 'IOSKeyring', {
      peers: [
        {
          name: 'cisco',
          address: '10.0.1.1',
          localKey: Secret.fromEnv('LOCAL_KEY'),
          remoteKey: Secret.fromEnv('REMOTE_KEY'),
        },
      ],
    });
    // Peers with keys, behind the front VRF red.
    new IkeV2Profile(edge, 'by-key', {
      matchFvrf: new Vrf(edge, 'red', {}),
      matchLocal: ['172.168.1.1'],
      matchRemoteAddresses: ['10.0.1.1'],
      matchRemoteFqdns: ['remote.cisco.com'],
      matchRemoteEmails: ['remote@cisco.com'],
      identityLocal: { type: 'address', address: '10.0.0.1' },
      authenticationRemote: ['pre-share'],
      authenticationLocal: 'pre-share',
      keyring,
    });
    // Peers with certificates that the map matches, or whose names are in the domain.
    const map = new CertificateMap(edge, 'certificate_map', {
      rules: [
        { field: 'subject-name', operator: 'co', value: 'ou = engineering' },
        { field: 'issuer-name', operator: 'co', value: 'o = cisco' },
      ],
    });
    const root = CertTrustpoint.fromExisting(edge, 'root-ca', 'root');
    new IkeV2Profile(edge, 'by-certificate', {
      matchCertificates: [map],
      matchRemoteEmailDomains: ['cisco.com'],
      identityLocal: { type: 'fqdn', fqdn: 'local.cisco.com' },
      authenticationRemote: ['rsa-sig'],
      authenticationLocal: 'rsa-sig',
      trustpoints: [root],
    });
    // A router that signs with its mail address.
    new IkeV2Profile(edge, 'by-mail', {
      matchRemoteKeyIds: ['mail'],
      identityLocal: { type: 'email', email: 'local@cisco.com' },
      authenticationRemote: ['rsa-sig'],
      authenticationLocal: 'eap',
      trustpoints: [root],
    });

    Rules.waive(this, 'TW-REF-003', {
      reason: 'the slide shows the forms of a profile, and no tunnel that would use them',
      until: '2099-12-31',
    });
  }
}

const app = new App();
new Network(app, 'keyring');
app.synth();
