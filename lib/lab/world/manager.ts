import { domainPath, isBelow } from '../../model/manager/domain-path';
import { groupBy } from '../../kernel/group';
import { startFmc, type FmcOptions, type LabAccessPolicy, type LabDomain, type LabFmc } from '../devices/fmc';
import { fill } from './fill';
import { providerEnrolment } from './looked-up';
import { joinPlaces, type Place } from './place';

/** How fast an FMC of the lab is, and how much its answers vary. Default: as a real one. */
export type Pace = Pick<FmcOptions, 'requestsPerMinute' | 'deployMs' | 'delayMs' | 'flapSeed'>;

const global = 'Global';
const named = ({ externals }: Place, kind: string): readonly string[] =>
  externals.flatMap((each) => (each.kind === kind ? [each.name] : []));

/** Access control policies of others, each with the rules and categories that the program names. */
const accessPoliciesOf = (place: Place, devices: readonly string[]): readonly LabAccessPolicy[] => {
  const put = [...place.text.matchAll(/\{accesspolicies:([^}]+)\}\/accessrules\?category=([^\s"&]+)/g)];
  return named(place, 'access-policy').map((name) => ({
    name,
    devices,
    rules: named(place, 'access-rule').flatMap((rule) =>
      rule.startsWith(`${name}/`) ? [rule.slice(name.length + 1)] : [],
    ),
    categories: [
      ...new Set(put.flatMap(([, policy, category]) => (policy === name ? [decodeURIComponent(category!)] : []))),
    ],
  }));
};

/** What a domain has by itself before the program is applied. */
const domainOf = (place: Place): Required<LabDomain> => {
  const devices = named(place, 'ftd-device');
  const ports = (device: string): readonly string[] => [
    ...new Set([
      'outside',
      'inside',
      ...[...place.text.matchAll(/\{interfaces:([^/}]+)\/([^}#]+)[}#]/g)].flatMap(([, of, port]) =>
        of === device ? [port!] : [],
      ),
    ]),
  ];
  return {
    path: place.domain ?? global,
    natPolicies: named(place, 'nat-policy'),
    accessPolicies: accessPoliciesOf(place, devices),
    devices: devices.map((name) => ({
      name,
      interfaces: ports(name).map((ifname, i) => ({ ifname, name: `GigabitEthernet0/${i}` })),
    })),
  };
};

/** Gives each domain what is looked up in it, upper domains first. What a target of a domain above declares comes with that. */
const fillAll = (fmc: LabFmc, places: readonly Place[]): void => {
  const depth = ({ domain = global }: Place): number => domainPath(domain).split('/').length;
  for (const place of [...places].sort((a, b) => depth(a) - depth(b))) {
    const above = places.filter(({ domain = global }) => isBelow(place.domain ?? global, domain));
    fill(
      fmc.in(place.domain ?? global),
      place,
      above.flatMap(({ declares }) => declares),
    );
  }
};

/** Global where no target is it. */
const nowhere: Place = { id: '', platform: 'fmc', host: '', text: '', declares: [], externals: [] };

/** One FMC for all targets at its host, with the domains that they are. */
export const startManager = async (
  all: readonly Place[],
  pace: Pace,
): Promise<{ readonly fmc: LabFmc; readonly devices: readonly string[] }> => {
  const places = [...groupBy(all, ({ domain = global }) => domainPath(domain)).values()].map(joinPlaces);
  const release = places.find((place) => place.release !== undefined)?.release;
  const domains = places.map(domainOf);
  const isTop = ({ path }: LabDomain): boolean => domainPath(path) === domainPath(global);
  const { path: _path, ...top } = domains.find(isTop) ?? domainOf(nowhere);
  const each = (kind: string): readonly string[] => [...new Set(places.flatMap((place) => named(place, kind)))];
  const fmc = await startFmc({
    ...pace,
    ...top,
    ...(release === undefined ? {} : { version: release }),
    domains: domains.filter((domain) => !isTop(domain)),
    enrollments: [...each('cert-trustpoint'), ...(each('saml-server').length > 0 ? [providerEnrolment] : [])],
    authorities: each('trusted-ca'),
    realms: each('realm'),
  });
  try {
    fillAll(fmc, places);
    fmc.begin();
  } catch (error) {
    await fmc.close();
    throw error;
  }
  return { fmc, devices: domains.flatMap(({ devices }) => devices.map(({ name }) => name)) };
};
