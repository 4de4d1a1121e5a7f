/** SAML on an ASA: the identity provider by what it says of itself, its certificate from Duo in the same run. */
import {
  AsaFirewall,
  CertTrustpoint,
  CryptoSuite,
  DuoAccount,
  DuoSamlApplication,
  Login,
  RemoteAccess,
  Secret,
  type AsaHeadendProps,
  type VpnStack,
} from 'tunnelwright';
import { content, photo } from '../../support/devices';
import { apply, left, plan, takeBack, words as saidBy } from '../../support/engine';
import { startRig } from '../../support/rig';
import { manifestOf, problemsIn } from '../../support/scenario';

const duo = 'https://sso-lab.sso.duosecurity.com/saml2/sp/DIABCDEFGHIJKLMNOPQR';
const said = { entityId: `${duo}/metadata`, signInUrl: `${duo}/sso`, signOutUrl: `${duo}/slo` };

const headend = (stack: VpnStack, more: Partial<AsaHeadendProps> = {}): void => {
  const account = new DuoAccount(stack, 'account', {
    host: 'api-lab.duosecurity.com',
    integrationKey: Secret.fromEnv('DUO_ADMIN_IKEY'),
    secretKey: Secret.fromEnv('DUO_ADMIN_SKEY'),
  });
  const { certificate } = new DuoSamlApplication(account, 'vpn', {
    entityId: 'https://vpn.example.net/saml/sp/metadata/staff',
    acsUrls: ['https://vpn.example.net/+CSCOE+/saml/sp/acs?tgname=staff'],
  });
  const asa = new AsaFirewall(stack, 'asa', { host: 'asa.example.net', release: '9.18', login: Login.fromEnv('ASA') });
  new CertTrustpoint(asa, 'VPN', { enrollment: { type: 'terminal' }, fqdn: 'vpn.example.net' });
  new RemoteAccess(stack, 'staff', {
    headend: asa,
    suite: CryptoSuite.aes256Gcm({ group: 20 }),
    trustpoint: 'VPN',
    interface: 'outside',
    authentication: { saml: { ...said, certificate }, url: 'https://vpn.example.net' },
    pool: { from: '192.168.2.1', to: '192.168.2.200', mask: '255.255.255.0' },
    names: { group: 'staff' },
    ...more,
  });
};

test('is applied once, trusts what Duo signs with, has nothing left to do, and finds its way back', async () => {
  const rig = await startRig();
  try {
    const manifest = manifestOf((stack) => headend(stack));
    const boot = photo(rig);
    const first = await plan(rig, manifest);
    expect(saidBy(first)).toBe('');
    expect(saidBy(await apply(rig, manifest))).toMatch(
      /^SAML application vpn, at Duo: entity ID https:[^ ]+\/metadata, sign-in URL https:[^ ]+\/sso, sign-out URL https:[^ ]+\/slo$/,
    );
    const lines = rig.asa.runningConfig().split('\n');
    const at = lines.indexOf(` saml idp ${said.entityId}`);
    expect(lines.slice(at, at + 5)).toEqual([
      ` saml idp ${said.entityId}`,
      `  url sign-in ${said.signInUrl}`,
      `  url sign-out ${said.signOutUrl}`,
      '  base-url https://vpn.example.net',
      '  trustpoint idp staff-idp',
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([' no ca-check', ' authentication saml', ` saml identity-provider ${said.entityId}`]),
    );
    expect(left(await plan(rig, manifest))).toEqual([]);
    expect(await takeBack(rig, manifest, first)).toEqual([]);
    expect(content(photo(rig))).toEqual(content(boot));
  } finally {
    await rig.close();
  }
});

test.each<[string, Partial<AsaHeadendProps>, string]>([
  [
    'a URL without TLS',
    { authentication: { saml: { ...said, certificate: 'x' }, url: 'http://vpn.example.net' } },
    "authentication.url: 'http://vpn.example.net' is not where a browser window finds the headend → write https and its name, without a path: https://vpn.example.net",
  ],
  [
    'a group whose name ends in a URL',
    { names: { group: 'staff.in' } },
    'names.group: staff.in stands in the entity ID of the headend, where it must hold no dot and no slash → write another name for the group',
  ],
  [
    'the client of Windows',
    { software: ['windows'] },
    'software: only AnyConnect opens a browser window: leave software out',
  ],
])('%s is refused', (_what, more, words) => {
  expect(problemsIn((stack) => headend(stack, more))).toContain(`net/staff/Default ${words}`);
});

test('what Duo makes cannot name it: the entity ID is written', () => {
  const made = problemsIn((stack) => {
    const account = new DuoAccount(stack, 'another', {
      host: 'api-lab.duosecurity.com',
      integrationKey: Secret.fromEnv('DUO_ADMIN_IKEY'),
      secretKey: Secret.fromEnv('DUO_ADMIN_SKEY'),
    });
    // A program in JavaScript is checked by no compiler.
    headend(stack, { authentication: { saml: account, url: 'https://vpn.example.net' } as never });
  });
  expect(made.join('\n')).toContain(
    'authentication.saml: the construct net/another is not valid here: write what the identity provider says of itself, { entityId, signInUrl, certificate }; of Duo `apply` of a DuoSamlApplication says it',
  );
});
