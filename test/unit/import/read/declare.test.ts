import { inspectedText } from '../../../../lib/cli/configuration-file';
import { nothingTaken, readingOf, type Importable } from '../../../../lib/cli/importing/reading';
import { platformOf } from '../../../../lib/platforms';

/** Why each object of a configuration stays unmanaged. */
const leftOutOf = async (platform: Importable, text: string): Promise<Readonly<Record<string, string>>> => {
  const read = inspectedText('edge.cfg', text, platformOf(platform));
  const { device } = await readingOf({ from: 'edge.cfg', platform, text, ...read }, {}, nothingTaken());
  return Object.fromEntries(device.objects.leftOut.map(({ kind, name, why }) => [`${kind} ${name}`, why]));
};
const router = (...lines: readonly string[]) => leftOutOf('iosxe', ['version 17.12', ...lines, 'end', ''].join('\n'));
const firewall = (...lines: readonly string[]) => leftOutOf('asa', ['ASA Version 9.18(4)', ...lines, ''].join('\n'));

test('what a construct lacks is said by the line that says it otherwise', async () =>
  expect(
    await firewall('interface Tunnel6', ' nameif vti6', ' ipv6 address 2001:db8:6::1/64', ' tunnel mode ipsec ipv6'),
  ).toEqual({ 'tunnel-interface Tunnel6': 'no property writes `ipv6 address 2001:db8:6::1/64`' }));

test('values that a construct refuses are said in its words', async () =>
  expect(
    await router(
      'crypto ikev2 profile P',
      ' match identity remote any',
      ' authentication remote pre-share',
      ' reconnect',
    ),
  ).toEqual({ 'ikev2-profile P': expect.stringContaining('reconnect it does not go with pre-share') as string }));

test('of a second block the line that no property writes is said', async () =>
  expect(
    await firewall(
      'object network LAN',
      ' subnet 10.1.0.0 255.255.0.0',
      'object network LAN',
      ' nat (inside,outside) dynamic interface',
    ),
  ).toEqual({
    'network-object LAN': 'a second block of it: no property writes `nat (inside,outside) dynamic interface`',
  }));

test('a trustpoint that the device makes by itself is not declared', async () =>
  expect(
    await router(
      'crypto pki trustpoint TP-self-signed-2740184410',
      ' enrollment selfsigned',
      ' subject-name cn=IOS-Self-Signed-Certificate-2740184410',
      ' revocation-check none',
      ' rsakeypair TP-self-signed-2740184410',
      'crypto pki trustpoint SLA-TrustPoint',
      ' enrollment pkcs12',
      ' revocation-check crl',
    ),
  ).toEqual({
    'cert-trustpoint TP-self-signed-2740184410': 'the device makes it by itself',
    'cert-trustpoint SLA-TrustPoint': 'the device makes it by itself',
  }));
