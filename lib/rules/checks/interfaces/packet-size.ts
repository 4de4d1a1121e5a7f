import type { NounOf } from '../../../model/nouns';
import type { DeviceView } from '../../engine/network-view';
import { roomIn, usualPath } from '../../facts/tunnel-room';
import { createFinding, forEachDevice, type Finding, type Rule } from '../../engine/rule';

type Sized = Pick<NounOf<'virtual-template'>, 'ipMtu' | 'tcpMss' | 'protection' | 'mode' | 'key'>;

/** IPv4 and TCP without options. */
const headers = 40;

const faults = (tunnel: Sized, device: DeviceView): readonly string[] => {
  const { ipMtu, tcpMss, protection } = tunnel;
  // One that lets more in than any Ethernet carries goes over a path that is made for it.
  if (protection === undefined || (ipMtu ?? 0) > usualPath) return [];
  const room = roomIn(tunnel, device);
  const segment = Math.min(ipMtu ?? room, room) - headers;
  return [
    ...(ipMtu !== undefined && ipMtu > room
      ? [
          `lets packets of ${ipMtu} bytes in: ${room} fit into ${usualPath} with what IPsec adds, so larger ones break up`,
        ]
      : []),
    ...(tcpMss !== undefined && tcpMss > segment ? [`lets TCP use ${tcpMss} bytes where ${segment} fit`] : []),
  ];
};

export const packetSize: Rule = {
  id: 'TW-IF-003',
  title: 'Packets that do not fit through the tunnel',
  why: 'IPsec and GRE add up to a hundred bytes to a packet. Larger ones are broken up, or lost without a word where DF is set: the login works, the file does not. What fits follows from the transform sets and the mode; 1400 bytes, and 40 less for TCP, fit everywhere (Cisco, resolve IP fragmentation and MTU issues with GRE and IPsec; Cisco Live BRKSEC-2881).',
  packs: { correctness: 'warning' },
  looksAt: ['tunnel-interface', 'virtual-template', 'ipsec-profile', 'ipsec-transform-set'],
  check: forEachDevice((device) =>
    [...device.all('tunnel-interface'), ...device.all('virtual-template')].flatMap((tunnel): readonly Finding[] =>
      faults(tunnel.noun, device).map((message) =>
        createFinding(tunnel, message, 'write ipMtu: 1400 and tcpMss: 1360'),
      ),
    ),
  ),
};
