import { numeric, rangeOf } from '../../facts/address';
import { onPools, type Taken } from '../../facts/pool';
import type { Rule } from '../../engine/rule';
import type { DeviceView } from '../../engine/network-view';

/** `ip nat pool OUT 192.0.2.1 192.0.2.9 …` and `ip nat inside source static 10.0.0.1 192.0.2.1`. */
const ofRouter = (line: string): readonly Taken[] => {
  const [, from, to = from] =
    /^ip nat pool \S+ (\d\S+) (\d\S+)/.exec(line) ??
    /^ip nat inside source static (?:(?:tcp|udp) )?\d\S+ (?:\d+ )?(\d+\.\S+)/.exec(line) ??
    [];
  return from === undefined ? [] : [{ what: `'${line.trim()}'`, from: numeric(from), to: numeric(to ?? from) }];
};

const ofFirewall = (device: DeviceView): readonly Taken[] =>
  device.all('nat-rule').flatMap(({ name, noun }) => {
    const { originalSource, translatedSource: to } = noun;
    if (!noun.enabled || to === undefined || to.name === originalSource.name || to.ref !== 'network-object') return [];
    const range = rangeOf(device.find('network-object', to.name)?.noun.value ?? '');
    return range === undefined ? [] : [{ ...range, what: `the NAT rule ${name}` }];
  });

export const poolTranslated: Rule = {
  id: 'TW-ADDR-004',
  title: 'A pool whose addresses NAT gives out too',
  why: 'An address that a user has and that NAT stands in for another host is answered by NAT: what is sent back to the user goes to that host (Cisco Live BRKSEC-2881: pools apart from interfaces, split lists and NAT).',
  packs: { correctness: 'warning' },
  looksAt: ['address-pool', 'address-pool-override', 'nat-rule', 'network-object'],
  check: onPools(
    (device) => [...device.text.flatMap(ofRouter), ...ofFirewall(device)],
    () => [],
    ({ what }) => [`has addresses that ${what} gives out`, 'take addresses that NAT does not use'],
  ),
};
