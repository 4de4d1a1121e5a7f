import type { DeviceView } from '../../engine/network-view';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

const hasImage = (device: DeviceView): boolean =>
  device.all('webvpn').some(({ noun }) => noun.anyconnectImages !== undefined) ||
  (device.read?.unreadable ?? []).some(({ kind }) => kind === 'webvpn') ||
  device.text.some((line) => /^\s*(anyconnect|svc) image /.test(line));

export const clientImage: Rule = {
  id: 'TW-RA-006',
  title: 'Client services without a client image',
  why: 'Client services and `anyconnect enable` give clients their profile and updates from a package on the ASA. Without `anyconnect image` there is none: AnyConnect is refused with "the client image is not available" (Cisco ASA command reference, anyconnect image and crypto ikev2 enable).',
  packs: { correctness: 'error' },
  looksAt: ['ikev2-enable', 'webvpn'],
  ofWhole: true,
  check: forEachDevice((device) => {
    if (hasImage(device)) return [];
    const remedy = "write anyconnectImages: [{ file: 'disk0:/…', order: 1 }] in the Webvpn of the ASA, or turn it off";
    return [
      ...device
        .all('ikev2-enable')
        .filter(({ noun }) => noun.clientServices !== undefined)
        .map((each) => createFinding(each, 'offers client services, and the ASA has no client image', remedy)),
      ...device
        .all('webvpn')
        .filter(({ noun }) => noun.anyconnectEnable)
        .map((each) => createFinding(each, 'lets AnyConnect in, and the ASA has no client image', remedy)),
    ];
  }),
};
