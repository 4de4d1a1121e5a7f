import { boot } from '../../lib/lab/devices/iosxe/boot';
import { printConfig } from '../../lib/lab/devices/iosxe/show-config';
import { startRouter } from '../../lib/lab/devices/iosxe';

const essence = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.trim() !== '' && !/^ *!/.test(line));
const back = (...lines: readonly string[]): readonly string[] => {
  const own = ['version 17.9', ...lines, 'end'];
  expect(essence(printConfig(boot(own.join('\n')), '17.9.5'))).toEqual(own);
  return own;
};

test.each([
  [['no ip domain lookup', 'frobnicate everything']],
  [['no ip domain lookup', 'ip domain name example.net']],
  [['interface GigabitEthernet1', ' no ip address', ' no negotiation auto']],
  [['interface Virtual-Template1 type tunnel', ' ip unnumbered Loopback0', ' no keepalive']],
  [['interface Virtual-Template2', ' ip unnumbered Loopback0', ' ppp authentication chap']],
  [['ip access-list extended A', ' remark all', ' permit ip any any', ' remark all', ' deny   ip any any log']],
  [['ip access-list extended A', ' 10 remark web', ' 10 permit ip any any']],
  [['ipv6 access-list B', ' permit tcp any any eq 22 sequence 40', ' sequence 50 deny ipv6 any any']],
  [['vrf definition V', ' rd 1:1', ' address-family ipv4', ' route-target export 1:1', ' exit-address-family']],
  [['crypto ipsec profile P', ' set security-association lifetime seconds 3600', ' set pfs group14']],
  [['service password-encryption', 'radius server R', ' key Shown-In-Clear']],
  [['ip route 0.0.0.0 0.0.0.0 192.0.2.1 name carrier tag 9']],
])('%j', (lines) => void back(...lines));

test('what is typed is printed in the form of the release, beside what was there', async () => {
  const router = await startRouter({ config: back('radius server R', ' key Shown-In-Clear').join('\n') });
  try {
    expect(router.type('ip access-list extended A', 'remark all', 'permit ip any any', 'exit')).toEqual([]);
    expect(router.type('ipv6 access-list B', 'permit tcp any any eq 22', 'exit')).toEqual([]);
    const shown = essence(router.runningConfig());
    expect(shown).toEqual(expect.arrayContaining([' 10 remark all', ' 20 permit ip any any', ' key Shown-In-Clear']));
    expect(shown.filter((line) => line.includes('permit tcp'))).toEqual([' sequence 10 permit tcp any any eq 22']);
    router.type('service password-encryption');
    expect(router.runningConfig()).not.toContain('Shown-In-Clear');
  } finally {
    await router.close();
  }
});
