import { canonicalIpv6, isIpv6 } from '../../../kernel/ip';

const kinds = [
  'TenGigabitEthernet',
  'GigabitEthernet',
  'FastEthernet',
  'Ethernet',
  'Loopback',
  'Tunnel',
  'Port-channel',
  'Vlan',
  'Virtual-Template',
];

/** The name as the device prints it: `gi0/0` and `GigabitEthernet 0/0` are `GigabitEthernet0/0`. Unknown kinds stay, and an address is one. */
export const interfaceName = (text: string): string => {
  if (isIpv6(text)) return canonicalIpv6(text);
  const parts = /^([A-Za-z-]+) ?(\d[\d/.]*)$/.exec(text);
  if (parts === null) return text;
  const kind = kinds.find((full) => full.toLowerCase().startsWith(parts[1]!.toLowerCase()));
  return `${kind ?? parts[1]}${parts[2]}`;
};
