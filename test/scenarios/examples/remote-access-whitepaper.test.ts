import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { synthesised, type ExampleRequest } from '../../support/seed-examples';
import { whitepaper, type WhitepaperSetting } from '../../support/whitepaper-settings';

const example = 'ftd-remote-access-ikev2';
const base = '/api/fmc_config/v1/domain/{domainUUID}/';
const shared = join(__dirname, '../../../../shared/seeds/001_ftd-remote-access-ikev2-whitepaper.txt');

const dig = (value: unknown, at: string): unknown =>
  at.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
const missing = (requests: readonly ExampleRequest[], { said, request, at, value }: WhitepaperSetting): string[] => {
  const [method, path] = request.split(' ');
  const found = requests.filter((one) => one.method === method && one.path === `${base}${path}`);
  const written = found.map(({ body }) => dig(body, at));
  return written.some((one) => JSON.stringify(one) === JSON.stringify(value))
    ? []
    : [`${said}: ${request} ${at} is ${JSON.stringify(written)}, not ${JSON.stringify(value)}`];
};

describe('the remote access whitepaper', () => {
  test('every setting of it is written by the example', () => {
    const { said, requests } = synthesised(example);
    expect(said).toBe('');
    expect(whitepaper.flatMap((setting) => missing(requests['fmc']!, setting))).toEqual([]);
  });

  test('says every setting in these words', () => {
    if (!existsSync(shared)) {
      console.log('skipped: the remote access whitepaper is not in ../shared/seeds');
      return;
    }
    const flat = (text: string): string => text.replace(/\s+/g, ' ');
    const paper = flat(readFileSync(shared, 'utf8'));
    expect(whitepaper.filter(({ said }) => !paper.includes(flat(said))).map(({ said }) => said)).toEqual([]);
  });

  test('the client profile says IPsec, and where the firewall is', () => {
    const file = synthesised(example).requests['fmc']!.find(({ path }) => path.endsWith('anyconnectprofiles'));
    expect(dig(file?.body, 'payloadFile.text')).toContain('<HostAddress>192.168.0.204</HostAddress>');
    expect(dig(file?.body, 'payloadFile.text')).toContain('<PrimaryProtocol>IPsec</PrimaryProtocol>');
  });

  test.each(['7.2', '7.4', '7.6', '7.7'])('VPN logging is a request from 7.7 on: %s', (version) => {
    const logs = synthesised(example, { FMC_VERSION: version }).requests['fmc']!.filter(({ path }) =>
      path.includes('basicloggingsetups'),
    );
    expect(logs).toHaveLength(version === '7.7' ? 1 : 0);
  });
});
