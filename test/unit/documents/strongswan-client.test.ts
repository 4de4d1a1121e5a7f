import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strongSwanClientDocument } from '../../../lib/documents/strongswan-client';
import { nouns, type PropsOf } from '../../../lib/model/nouns';
import { revealed } from '../../../lib/platforms/folder/normalize';
import {
  CertTrustpoint,
  ClientFiles,
  IkeV2Proposal,
  IpsecTransformSet,
  Secret,
  StrongSwanClient,
  type VpnStack,
} from 'tunnelwright';
import { wrongWith } from '../../support/noun-case';
import { edge, manifestOf, problemsIn } from '../../support/scenario';
import { startStrongSwan, type StrongSwan } from '../../support/strongswan';

type Props = PropsOf<'strongswan-client'>;
const base: Props = {
  name: 'mumbai',
  address: 'vpn.example.net',
  proposals: [
    { name: 'P', encryption: ['aes-gcm-256'], prf: ['sha384'], group: [20, 14] },
    { name: 'Q', encryption: ['aes-cbc-256', 'aes-cbc-128'], integrity: ['sha512', 'sha256'], group: [19] },
  ],
  transformSets: [
    { name: 'T', encryption: 'aes-gcm-256' },
    { name: 'U', encryption: 'aes-cbc-256', integrity: 'sha1', esn: true },
  ],
  pfs: 19,
  certificate: { names: ['vpn.example.net'] },
  authentication: {
    method: 'eap',
    type: 'mschapv2',
    user: 'joe',
    identity: 'keyid:acvpn',
    password: Secret.fromEnv('JOE'),
  },
};
const documentOf = (change: object = {}) =>
  strongSwanClientDocument(nouns['strongswan-client'].schema.parse({ ...base, ...change }));
const wrong = (change: object): readonly string[] => wrongWith('strongswan-client', { ...base, ...change });

test('what an ASA or a firewall offers besides is offered too, ciphers that authenticate by themselves apart', () => {
  const offered = (set: object): string =>
    /esp_proposals = (.*)/.exec(documentOf({ transformSets: [{ name: 'T', ...set }] }).text)![1]!;
  const cbc = { encryption: 'aes-cbc-256', integrity: 'sha256' };
  expect(offered({ ...cbc, furtherEncryption: ['aes-cbc-128'], furtherIntegrity: ['sha1', 'null'] })).toBe(
    'aes256-aes128-sha256-sha1-ecp256',
  );
  expect(offered({ ...cbc, furtherEncryption: ['aes-gcm-256', 'aes-gcm-128'] })).toBe(
    'aes256-sha256-ecp256, aes256gcm16-aes128gcm16-ecp256',
  );
  expect(offered({ encryption: 'aes-gcm-256', furtherEncryption: ['aes-cbc-256'], integrity: 'sha384' })).toBe(
    'aes256gcm16-ecp256, aes256-sha384-ecp256',
  );
  expect(wrong({ transformSets: [{ name: 'T', ...cbc, furtherEncryption: ['seal'] }] })).toEqual([
    'transformSets: T: strongSwan has no seal',
  ]);
});

test('a connection offers all that its headend offers', () => {
  expect(documentOf({ networks: ['10.0.0.0/8', '192.168.0.0/16'] })).toEqual({
    name: 'mumbai.conf',
    quote: 'double',
    text: `connections {
  mumbai {
    version = 2
    remote_addrs = vpn.example.net
    vips = 0.0.0.0
    proposals = aes256gcm16-prfsha384-ecp384-modp2048, aes256-aes128-sha512-sha256-ecp256
    dpd_delay = 60s
    local {
      auth = eap-mschapv2
      id = "keyid:acvpn"
      eap_id = "joe"
    }
    remote {
      auth = pubkey
      id = "vpn.example.net"
    }
    children {
      mumbai {
        remote_ts = 10.0.0.0/8, 192.168.0.0/16
        esp_proposals = aes256gcm16-ecp256, aes256-sha1-ecp256-esn
        dpd_action = restart
      }
    }
  }
}
secrets {
  eap-mumbai {
    id = "joe"
    secret = "<secret:env:JOE>"
  }
}
`,
  });
});

const authentications = {
  pubkey: { method: 'pubkey', certificate: 'joe.pem' },
  'pre-share': { method: 'pre-share', identity: 'joe@example.net', key: Secret.fromEnv('JOE') },
  'eap-tls': { method: 'eap', type: 'tls', user: 'joe@example.net' },
} as const;
test('the ways to authenticate', () => {
  const pubkey = documentOf({ authentication: authentications.pubkey, authorities: ['ca.pem'], remoteId: 'CN=gate' });
  expect(pubkey.text).toContain('auth = pubkey\n      certs = joe.pem\n');
  expect(pubkey.text).toContain('id = "CN=gate"\n      cacerts = ca.pem');
  expect(pubkey.text).not.toContain('secrets {');
  const shared = documentOf({ authentication: authentications['pre-share'], certificate: undefined });
  expect(shared.text).toContain('remote {\n      auth = psk');
  expect(shared.text).toContain(
    'ike-mumbai {\n    id-local = "joe@example.net"\n    id-remote = "vpn.example.net"\n    secret = "<secret:env:JOE>"',
  );
});

test('EAP-TLS has a certificate, and the name of the RADIUS server, which is not that of the headend', () => {
  const tls = { ...authentications['eap-tls'], certificate: 'joe.pem', serverName: 'radius.example.net' };
  expect(documentOf({ authentication: tls }).text).toContain(
    'eap_id = "joe@example.net"\n      certs = joe.pem\n      aaa_id = "radius.example.net"\n',
  );
  expect(documentOf({ authentication: authentications['eap-tls'] }).text).not.toMatch(/certs|aaa_id|secrets/);
  expect(wrong({ authentication: { ...tls, password: Secret.fromEnv('JOE') } })).toEqual([
    'authentication.password: EAP-TLS asks for the certificate alone: leave it out',
  ]);
  expect(wrong({ authentication: { ...tls, type: 'mschapv2' } })).toEqual([
    "authentication.certificate: only EAP-TLS has it: leave it out, or write type: 'tls'",
    "authentication.serverName: only EAP-TLS has it: leave it out, or write type: 'tls'",
  ]);
});

describe('strongSwan itself', () => {
  let swan: StrongSwan | string;
  let room: string;
  beforeAll(async () => {
    swan = await startStrongSwan();
    if (typeof swan === 'string') console.log(`skipped: ${swan}`);
    room = mkdtempSync(join(tmpdir(), 'swanctl-'));
  }, 20_000);
  afterAll(() => {
    if (typeof swan !== 'string') swan.close();
    rmSync(room, { recursive: true, force: true });
  });
  const load = (text: string) => {
    if (typeof swan === 'string') return undefined;
    const file = join(room, 'swanctl.conf');
    writeFileSync(file, text);
    return swan.load(file);
  };
  /** A password with all that means something in such a file. */
  const book = { judge: (marker: string) => marker, reveal: () => `a"b\\c#{}'$=\u00e4` };
  const loaded = (change: object = {}) => {
    const { text, quote } = documentOf(change);
    return load(revealed(text, quote, book));
  };

  test('takes the file, and has what it says', () => {
    const found = loaded();
    if (found === undefined) return;
    expect(found.said).toContain("loaded eap secret 'eap-mumbai'");
    expect(found.said).toContain('successfully loaded 1 connections');
    expect(found.code).toBe(0);
    expect(found.connections).toContain('local EAP_MSCHAPV2 authentication:\n    id: acvpn\n    eap_id: joe');
    expect(found.connections).toContain('remote public key authentication:\n    id: vpn.example.net');
  });
  test('takes every algorithm that a noun can have', () => {
    const all = {
      proposals: [
        { name: 'A', encryption: ['aes-gcm-256', 'aes-gcm-128'], prf: ['sha512', 'sha1', 'md5'], group: [1, 2, 5, 24] },
        {
          name: 'B',
          encryption: ['aes-cbc-256', 'aes-cbc-192', 'aes-cbc-128', '3des', 'des'],
          integrity: ['sha512', 'sha384', 'sha256', 'sha1', 'md5'],
          prf: ['sha256'],
          group: [14, 15, 16, 19, 20, 21],
        },
      ],
      transformSets: [
        ...['aes-gcm-192', 'aes-gcm-128', 'gmac-256', 'gmac-192', 'gmac-128'].map((encryption) => ({ encryption })),
        ...['aes-cbc-192', 'aes-cbc-128', '3des', 'des', 'null'].map((encryption) => ({
          encryption,
          integrity: 'md5',
        })),
        ...['sha512', 'sha384', 'sha256'].map((integrity) => ({ encryption: 'aes-cbc-256', integrity })),
      ].map((set, i) => ({ name: `T${i}`, ...set })),
    };
    const found = loaded(all);
    if (found === undefined) return;
    expect(found.said).toContain('successfully loaded 1 connections');
  });
  test.each(Object.keys(authentications))('takes %s', (name) => {
    const authentication = authentications[name as keyof typeof authentications];
    const found = loaded({ authentication, ...(name === 'pre-share' ? { certificate: undefined } : {}) });
    if (found === undefined) return;
    // The certificate is a file that nobody put there; all else of the connection is judged before.
    if (name === 'pubkey') expect(found.said).toMatch(/joe\.pem/);
    else expect(found.said).toContain('successfully loaded 1 connections');
  });
  test('refuses what it should, so that it says something', () => {
    const found = load(documentOf().text.replace('aes256gcm16-prf', 'aes999-prf'));
    if (found === undefined) return;
    expect(found.said).toContain('invalid value for: proposals');
    expect(found.code).not.toBe(0);
  });
});

test.each<[object, string]>([
  [{ name: 'a.b' }, 'name: no dot: it parts sections in swanctl.conf'],
  [
    { transformSets: [{ name: 'T', ah: 'sha256', encryption: 'aes-cbc-256' }] },
    'transformSets: T: strongSwan has no AH around ESP in one SA: leave ah out',
  ],
  [{ certificate: undefined }, 'certificate: is missing: write whose certificate the headend shows'],
  [{ authentication: authentications['pre-share'] }, 'certificate: the headend proves itself by the key: leave it out'],
  [
    { certificate: { names: ['gate.example.net'] } },
    "address: strongSwan expects 'vpn.example.net' in the certificate of the headend, which is for gate.example.net: write one of them, or remoteId",
  ],
  [{ remoteId: 'CN="x"' }, 'remoteId: write it without quotes, backslashes and #'],
])('%j is refused', (change, message) => {
  expect(wrong(change)).toEqual([message]);
});

test('the algorithms come from the constructs of the headend', () => {
  const declare =
    (fqdn: string) =>
    (stack: VpnStack): void => {
      const router = edge(stack);
      const files = new ClientFiles(stack, 'clients', { folder: 'clients' });
      new StrongSwanClient(files, 'mumbai', {
        address: 'vpn.example.net',
        authentication: { method: 'pubkey', certificate: 'joe.pem' },
        headend: {
          proposals: [new IkeV2Proposal(router, 'P', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [21] })],
          transformSets: [new IpsecTransformSet(router, 'TS', { encryption: 'gmac-256' })],
          trustpoint: new CertTrustpoint(router, 'TP', { enrollment: { type: 'terminal' }, fqdn }),
        },
      });
    };
  const [item] = manifestOf(declare('vpn.example.net')).targets.find(({ id }) => id === 'clients')!.desired.items;
  const { text } = item!.content as { text: string };
  expect(text).toContain('proposals = aes256gcm16-prfsha384-ecp521');
  expect(text).toContain('esp_proposals = aes256gmac\n');
  expect(problemsIn(declare('gate.example.net'))[0]).toContain(
    "net/clients/mumbai address: strongSwan expects 'vpn.example.net' in the certificate",
  );
});
