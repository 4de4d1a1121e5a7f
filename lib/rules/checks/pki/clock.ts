import { isSignature, localMethod, remoteMethods } from '../../facts/profile';
import { createFinding, forEachDevice, type Rule } from '../../engine/rule';

export const clock: Rule = {
  id: 'TW-PKI-001',
  title: 'Certificates, and no NTP',
  why: 'A certificate is valid between two times. A clock that drifts, or that starts in 1993 after a power cut, makes every certificate invalid; the field guide names 30 seconds as its limit and checks NTP before anything else.',
  packs: { correctness: 'warning', 'field-guide': 'error' },
  looksAt: ['ikev2-profile', 'ntp-servers'],
  ofWhole: true,
  check: forEachDevice((device) => {
    const certified = device
      .all('ikev2-profile')
      .find(({ noun }) => [...remoteMethods(noun), localMethod(noun)].some(isSignature));
    const synchronised =
      device.all('ntp-servers').length > 0 || device.text.some((line) => /^ntp (server|peer|pool) /.test(line));
    return certified === undefined || synchronised
      ? []
      : [
          createFinding(
            certified,
            'relies on certificates, and the device has no time source',
            "write new NtpServers(device, 'ntp', { servers: [two or more] })",
          ),
        ];
  }),
};
