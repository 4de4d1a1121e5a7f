/**
 * The IKEv2 client of Windows (and any other standard one) on an ASA: the ASA shows a certificate, the client proves
 * itself by EAP, which ISE judges. Windows says its address as identity and so lands in DefaultRAGroup; it takes no split
 * tunnel. The ASA and Windows guide, with algorithms that ASA 9.15 and later still take.
 */
import {
  AaaServer,
  AddressPool,
  App,
  AsaFirewall,
  AsaGroupPolicy,
  CertTrustpoint,
  ClientFiles,
  CryptoMap,
  CryptoMapEntry,
  DynamicMap,
  IkeV2Enable,
  IkeV2Proposal,
  IkeV2RemoteAccess,
  IpsecTransformSet,
  Login,
  Secret,
  SslTrustpoint,
  TunnelGroup,
  VpnStack,
  WindowsVpnClient,
} from 'tunnelwright';
import type { Construct } from 'constructs';

class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const asa = new AsaFirewall(this, 'asa', { host: 'asa.example.net', release: '9.18', login: Login.fromEnv('ASA') });

    const trustpoint = new CertTrustpoint(asa, 'TP', {
      enrollment: { type: 'terminal' },
      // The name that Windows connects to must be in the certificate, else it says 13801.
      fqdn: 'asa.example.net',
    });
    const ise = new AaaServer(asa, 'ISE', {
      hosts: [{ interface: 'inside', host: '10.62.97.21', key: Secret.fromEnv('RADIUS') }],
    });
    const policy = new AsaGroupPolicy(asa, 'AllProtocols', {
      tunnelProtocols: ['ikev1', 'ikev2', 'ssl-client', 'ssl-clientless'],
    });
    const pool = new AddressPool(asa, 'POOL', {
      ranges: [{ from: '192.168.1.10', to: '192.168.1.20' }],
      mask: '255.255.255.0',
    });

    const esp = new IpsecTransformSet(asa, 'ipsec-proposal', {
      encryption: 'aes-cbc-256',
      furtherEncryption: ['aes-cbc-192', 'aes-cbc-128'],
      integrity: 'sha256',
      furtherIntegrity: ['sha1'],
    });
    const dynamic = new DynamicMap(asa, 'DYNMAP', { entries: [{ sequence: 10, proposals: [esp] }] });
    const entry = new CryptoMapEntry(asa, 'clients', { map: 'MAP', sequence: 10, dynamic });
    new CryptoMap(asa, 'MAP', { interfaces: ['outside'], entries: [entry] });
    const ike = new IkeV2Proposal(asa, 'ike', {
      name: '10',
      encryption: ['aes-cbc-256'],
      integrity: ['sha256'],
      group: [14],
      lifetime: 86400,
    });

    // The group is named by its construct, and so cannot be another than the one that is defined.
    new TunnelGroup(asa, 'DefaultRAGroup', {
      type: 'remote-access',
      general: { addressPools: [pool], authenticationServers: ise, defaultGroupPolicy: policy },
      ipsec: { remoteEap: 'query-identity', localCertificate: trustpoint },
    });
    new IkeV2Enable(asa, 'outside', { clientServices: { port: 443 } });
    new IkeV2RemoteAccess(asa, 'remote-access', { trustpoint });
    // Client services are TLS: without it the ASA shows a certificate that it signed itself.
    new SslTrustpoint(asa, 'tls-outside', { name: 'outside', trustpoint });

    // The script for Windows takes its algorithms from the ASA's own objects. The root of the certificate belongs into the
    // store of the computer.
    const clients = new ClientFiles(this, 'clients', { folder: 'dist/asa-clients' });
    new WindowsVpnClient(clients, 'asa', {
      connection: 'IKEv2 connection to ASA',
      address: 'asa.example.net',
      authentication: {
        method: 'eap-peap',
        serverNames: ['ise.example.net'],
        // The SHA-1 thumbprint of the root that ISE's certificate comes from, as Windows shows it.
        trustedRoots: ['0123456789abcdef0123456789abcdef01234567'],
      },
      // The Microsoft authority puts the usage in by its template.
      headend: { proposals: [ike], transformSets: [esp], trustpoint, extendedKeyUsage: ['server-auth'] },
    });
  }
}

const app = new App();
new Network(app, 'asa-windows-eap');
app.synth();
