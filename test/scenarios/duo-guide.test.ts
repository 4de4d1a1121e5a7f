/** Every line of authproxy.cfg in the AnyConnect and Duo guide, and how the example writes it. */
import { synthesised } from '../support/seed-examples';

const lines: readonly (readonly [guide: string, written: string, why?: string])[] = [
  ['[radius_client]', '[radius_client]'],
  ['host=10.197.243.116', 'host=10.197.243.116'],
  ['secret=cisco', 'secret=<secret:env:ISE_RADIUS>', 'a secret is a reference, and another than that of the router'],
  ['[radius_server_auto]', '[radius_server_auto]'],
  ['ikey=xxxxxxxx', 'ikey=DIABCDEFGHIJKLMNOPQR', 'a key of the right form for the placeholder'],
  ['skey=xxxxxxxv1zG', 'skey=<secret:env:DUO_SKEY>', 'a secret is a reference'],
  ['api_host=xxxxxxxx', 'api_host=api-0123abcd.duosecurity.com', 'a name for the placeholder'],
  ['radius_ip_1=10.106.54.143', 'radius_ip_1=10.106.54.143'],
  ['radius_secret_1=cisco', 'radius_secret_1=<secret:env:RADIUS>', 'a secret is a reference: the key of the router'],
  ['failmode=safe', 'failmode=secure', 'safe lets in with the password alone when Duo is away: TW-DUO-005'],
  ['client=radius_client', 'client=radius_client'],
  ['port=1812', 'port=1812'],
];

describe('authproxy.cfg of the AnyConnect and Duo guide', () => {
  const { said, configs } = synthesised('flexvpn/anyconnect-duo');
  const file = configs['proxy.authproxy'] ?? '';

  test.each(lines.map(([guide, written, why = '']) => [guide, written, why] as const))(
    '%s is written as %s',
    (guide, written, why) => {
      expect(said).toBe('');
      expect(file.split('\n')).toContain(written);
      expect(guide === written).toBe(why === '');
    },
  );
  test('and nothing else', () => {
    const rest = file.split('\n').filter((line) => line !== '' && !line.startsWith(';'));
    expect([...rest].sort()).toEqual(lines.map(([, written]) => written).sort());
  });
  test('the router asks the proxy with the same secret, and waits for the push', () => {
    const router = configs['edge']!.split('\n').map((line) => line.trim());
    for (const line of [
      'radius server rad_server',
      'address ipv4 10.197.243.97 auth-port 1812 acct-port 1813',
      'timeout 120',
      'key <secret:env:RADIUS>',
      'aaa group server radius FlexVPN_auth_server',
      'server name rad_server',
    ])
      expect(router).toContain(line);
  });
});
