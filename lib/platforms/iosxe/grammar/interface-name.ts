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

/** The name as the device prints it: `gi0/0` and `GigabitEthernet 0/0` are `GigabitEthernet0/0`. Unknown kinds stay. */
export const interfaceName = (text: string): string => {
  const parts = /^([A-Za-z-]+) ?(\d[\d/.]*)$/.exec(text);
  if (parts === null) return text;
  const kind = kinds.find((full) => full.toLowerCase().startsWith(parts[1]!.toLowerCase()));
  return `${kind ?? parts[1]}${parts[2]}`;
};
