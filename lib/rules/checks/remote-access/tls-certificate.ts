import type { DeviceView } from '../../engine/network-view';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

/**
 * Whether what is on the device besides says a certificate for every interface, or for this one. With `vpnlb-ip` behind the
 * interface it is that of the cluster address alone, and with `domain` in its place that of one name.
 */
const isSaidElsewhere = (device: DeviceView, name: string): boolean =>
  device.text.some((line) => {
    const words = line.trim().split(/ +/);
    const [ssl, trustPoint, , at, more] = words;
    return ssl === 'ssl' && trustPoint === 'trust-point' && more === undefined && (at === undefined || at === name);
  });

export const tlsCertificate: Rule = {
  id: 'TW-RA-009',
  title: 'TLS at an interface without a certificate for it',
  why: 'Without `ssl trust-point` for the interface an ASA shows a certificate that it signed itself, another one after each restart: browsers and AnyConnect warn, or refuse, and users learn to accept any (Cisco ASA command reference, ssl trust-point; NSA and CISA, Selecting and Hardening Remote Access VPN Solutions).',
  packs: { correctness: 'warning' },
  looksAt: ['ikev2-enable', 'webvpn', 'ssl-trustpoint'],
  check: forEachDevice((device) => {
    const isShown = (name: string): boolean =>
      device.all('ssl-trustpoint').some((each) => each.name === name) || isSaidElsewhere(device, name);
    const remedy = (name: string): string =>
      `write trustpoint (RemoteAccess), or new SslTrustpoint(…, '${name}', { trustpoint }); waive it where ssl trust-point is said for all interfaces`;
    const web = device.all('webvpn').flatMap((each) => (each.noun.enable ?? []).map((name) => ({ each, name })));
    const services = device
      .all('ikev2-enable')
      .filter(({ noun, name }) => noun.clientServices !== undefined && !web.some((other) => other.name === name))
      .map((each) => ({ each, name: each.name }));
    return [...web, ...services]
      .filter(({ name }) => !isShown(name))
      .map(({ each, name }) =>
        createFinding(each, `listens for TLS at ${name}, which has no certificate`, remedy(name)),
      );
  }),
};
