import { AsaDevice } from '../../lib/lab/devices/asa/device';
import { shows } from '../../lib/lab/devices/asa/show';
import { clockOf } from '../../lib/lab/server/clock';
import { asaConfig } from '../../lib/lab/world/asa-config';

const map = [
  'access-list TO-PEER extended permit ip 10.62.0.0 255.255.0.0 10.20.4.0 255.255.252.0',
  'crypto ipsec ikev2 ipsec-proposal GCM',
  ' protocol esp encryption aes-gcm-256',
  ' protocol esp integrity null',
  'crypto map MAP 10 match address TO-PEER',
  'crypto map MAP 10 set peer 192.0.2.9',
  'crypto map MAP 10 set ikev2 ipsec-proposal GCM',
  'crypto map MAP interface outside',
  'crypto ikev2 policy 1',
  ' encryption aes-gcm-256',
  ' integrity null',
  ' group 20',
  ' prf sha384',
  ' lifetime seconds 3600',
  'tunnel-group 192.0.2.9 type ipsec-l2l',
  'tunnel-group 192.0.2.9 ipsec-attributes',
  ' ikev2 remote-authentication certificate',
];
const showing = (up: boolean) => {
  const config = `${asaConfig.trimEnd()}\n${map.join('\n')}\n`;
  const device = new AsaDevice({ config, serial: 'LAB1' }, clockOf(60000), {
    faults: () => ({}),
    tunnelUp: () => up,
    ikeFailures: () => [],
    dropSessions: () => undefined,
  });
  return (command: string): string => shows[command]!(device, device.spaces.get('')!);
};

test('an entry of a crypto map is shown with its selectors, its suite and how both ends prove who they are', () => {
  const show = showing(true);
  const sas = show('show crypto ipsec sa');
  expect(sas).toContain('interface: outside\n    Crypto map tag: MAP, seq num: 10, local addr: 198.51.100.30');
  expect(sas).toContain('local ident (addr/mask/prot/port): (10.62.0.0/255.255.0.0/0/0)');
  expect(sas).toContain('remote ident (addr/mask/prot/port): (10.20.4.0/255.255.252.0/0/0)');
  expect(sas.match(/transform: .*\S|IV size: .*|in use settings .*/g)).toEqual([
    'transform: esp-aes-gcm-256 esp-null-hmac no compression',
    'in use settings ={L2L, Tunnel, IKEv2, }',
    'IV size: 8 bytes',
    'transform: esp-aes-gcm-256 esp-null-hmac no compression',
    'in use settings ={L2L, Tunnel, IKEv2, }',
    'IV size: 8 bytes',
  ]);
  // The same SPIs as with the IKE SA.
  expect(show('show crypto ikev2 sa')).toContain('ESP spi in/out: 0x5e000000/0x5f000000');
  expect(sas).toContain('spi: 0x5E000000 (1577058304)');
  const sessions = show('show vpn-sessiondb detail l2l');
  expect(sessions).toContain(
    'Encryption   : IKEv2: (1)AES-GCM-256  IPsec: (1)AES-GCM-256\nHashing      : IKEv2: (1)none',
  );
  expect(sessions).toContain('Rem Auth Mode: rsaCertificate\n  Loc Auth Mode: preSharedKeys');
  expect(sessions).toContain('  Rekey Int (T): 3600 Seconds           Rekey Left(T): 2988 Seconds');
  expect(sessions).toContain(
    '  Local Addr   : 10.62.0.0/255.255.0.0/0/0\n  Remote Addr  : 10.20.4.0/255.255.252.0/0/0',
  );
  expect(show('show vpn-sessiondb l2l')).not.toContain('Tunnel ID');
  expect(show('show inventory')).toMatch(/^PID: ASAv +, VID: V01 +, SN: LAB1$/m);
});

test('without a tunnel that is up there are no SAs and no sessions', () => {
  const show = showing(false);
  expect(show('show crypto ipsec sa').trim()).toBe('There are no ipsec sas');
  for (const command of ['show vpn-sessiondb l2l', 'show vpn-sessiondb detail l2l'])
    expect(show(command)).toBe('INFO: There are presently no active sessions');
  expect(show('show vpn-sessiondb')).toMatch(/^Totals +: +0 : +0$/m);
  expect(show('show vpn-sessiondb')).not.toContain('Site-to-Site');
});
