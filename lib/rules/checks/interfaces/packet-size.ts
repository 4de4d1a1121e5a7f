import type { NounOf } from '../../../model/nouns';
import { createFinding, forEachDevice, type Finding, type Rule } from '../../engine/rule';

type Sized = Pick<NounOf<'virtual-template'>, 'ipMtu' | 'tcpMss' | 'protection'>;

const faults = ({ ipMtu, tcpMss, protection }: Sized): readonly string[] => {
  if (protection === undefined) return [];
  return [
    ...(ipMtu !== undefined && ipMtu > 1400
      ? [`lets packets of ${ipMtu} bytes in: with IPsec around them they break up`]
      : []),
    ...(tcpMss !== undefined && tcpMss > (ipMtu ?? 1400) - 40
      ? [`lets TCP use ${tcpMss} bytes where ${(ipMtu ?? 1400) - 40} fit`]
      : []),
  ];
};

export const packetSize: Rule = {
  id: 'TW-IF-003',
  title: 'Packets that do not fit through the tunnel',
  why: 'IPsec and GRE add up to a hundred bytes to a packet. Larger ones are broken up, or lost without a word where DF is set: the login works, the file does not. 1400 bytes, and 40 less for TCP, fit everywhere (Cisco, resolve IP fragmentation and MTU issues with GRE and IPsec; Cisco Live BRKSEC-2881).',
  packs: { correctness: 'warning' },
  looksAt: ['tunnel-interface', 'virtual-template'],
  check: forEachDevice((device) =>
    [...device.all('tunnel-interface'), ...device.all('virtual-template')].flatMap((tunnel): readonly Finding[] =>
      faults(tunnel.noun).map((message) => createFinding(tunnel, message, 'write ipMtu: 1400 and tcpMss: 1360')),
    ),
  ),
};
