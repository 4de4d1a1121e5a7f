/**
 * The ASA and Windows guide with the algorithms of its year, for an ASA 9.3 and clients that have no others: 3DES, SHA-1,
 * group 2 and MD5. Each is found by the rules and waived here, with the reason and a day on which the waiver ends. An ASA
 * of 9.15 or later refuses them, and that is not to be waived.
 */
import {
  App,
  AsaFirewall,
  CryptoMap,
  CryptoMapEntry,
  DynamicMap,
  IkeV2Proposal,
  IpsecTransformSet,
  Login,
  Rules,
  VpnStack,
} from 'tunnelwright';
import type { Construct } from 'constructs';

class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const asa = new AsaFirewall(this, 'asa', { host: 'asa.example.net', release: '9.3', login: Login.fromEnv('ASA') });

    const esp = new IpsecTransformSet(asa, 'ipsec-proposal', {
      encryption: 'aes-cbc-256',
      furtherEncryption: ['aes-cbc-192', 'aes-cbc-128'],
      integrity: 'sha256',
      furtherIntegrity: ['sha1', 'md5'],
    });
    const ike = new IkeV2Proposal(asa, '10', {
      encryption: ['3des'],
      integrity: ['sha1'],
      prf: ['sha1'],
      group: [2],
      lifetime: 86400,
    });
    for (const weak of [esp, ike])
      Rules.waive(weak, 'TW-IKE-004', {
        reason: 'Windows 7 as it is delivered offers nothing better; it is replaced before this day',
        until: '2099-12-31',
      });

    const dynamic = new DynamicMap(asa, 'DYNMAP', { entries: [{ sequence: 10, proposals: [esp] }] });
    const entry = new CryptoMapEntry(asa, 'clients', { map: 'MAP', sequence: 10, dynamic });
    new CryptoMap(asa, 'MAP', { interfaces: ['outside'], entries: [entry] });
  }
}

const app = new App();
new Network(app, 'asa-windows-eap-original');
app.synth();
