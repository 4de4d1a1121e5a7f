import { basename } from 'node:path';
import type { Answers } from '../../contract/answers';
import type { Inventory } from '../../contract/platform';
import { objectsOf } from '../../import/declare';
import { camelCase, dashed, free, upperCase } from '../../import/naming';
import { isIpv4, isIpv6 } from '../../kernel/ip';
import { fail } from '../../kernel/problem';
import { targets, type PlatformId, type TargetSettings } from '../../model/targets';
import { platformOf } from '../../platforms';
import { refusalsOf, type AnyPlatform } from './adoption';
import { nowhere, type Reading, type ReadingOptions, type Taken } from './reading';
import { selectionOf } from './selection';

/** Services of which programs are imported: the construct of one, and how its settings call the version. */
export const services = { fmc: { className: 'Fmc', version: 'version' } } as const;
export type Service = keyof typeof services;
export const serviceNames = Object.keys(services) as readonly Service[] as readonly [Service, ...Service[]];
export const isService = (id: PlatformId): id is Service => id in services;

/** A service, and what it answered. */
export interface AnsweredService {
  readonly platform: Service;
  /** The host, or the file that its answers are in. */
  readonly from: string;
  readonly answers: Answers;
  readonly known: {
    readonly id?: string;
    readonly host: string;
    /** What the variables of its login begin with. */
    readonly login?: string;
    readonly version?: string;
    readonly domain?: string;
  };
}

/** `fmc` of `fmc.example.net`; the platform of an address. */
const idOf = (host: string, platform: Service): string =>
  isIpv4(host) || isIpv6(host) ? platform : dashed(host.split('.')[0]!) || platform;

const settingsOf = ({ platform, from, answers, known }: AnsweredService, release: string | undefined) => {
  const version = known.version ?? release ?? answers.version;
  if (version === undefined)
    return fail('import.release', from, 'does not say which version it is of', 'write it with --release');
  const { domain } = known;
  return {
    host: known.host,
    [services[platform].version]: version,
    ...(domain === undefined || domain === 'Global' ? {} : { domain }),
  };
};

const parsedOf = (platform: Service, from: string, given: object): TargetSettings<Service> => {
  const login = { username: { secret: 'env', name: 'USERNAME' } };
  const parsed = targets[platform].safeParse({ ...given, login });
  if (parsed.success) return parsed.data;
  const said = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return fail('import.device', from, said, 'correct it with --host or --release');
};

const readOf = ({ nouns, unreadable, there, meaning }: Inventory<unknown>) => ({
  nouns: nouns.map((each) => ({ ...each, lines: nowhere })),
  unreadable: unreadable.map((each) => ({ ...each, lines: nowhere, unread: [] })),
  ...{ there, meaning, unmanaged: [], unknown: [] },
});

/** The objects of a service, as it answered them and as constructs take them. */
export const serviceReading = async (
  service: AnsweredService,
  options: ReadingOptions,
  taken: Taken,
): Promise<Reading> => {
  const { platform, from, answers, known } = service;
  const spoken: AnyPlatform = platformOf(platform);
  const given = settingsOf(service, options.release);
  const settings = parsedOf(platform, from, given);
  const inventory = await spoken.inventory!(answers, settings);
  const id = free(known.id ?? idOf(known.host, platform), taken.ids, '-');
  const variable = free(camelCase(id), taken.variables);
  const login = free(known.login ?? upperCase(id), taken.logins, '_');
  const imported = { inspection: readOf(inventory), source: [], device: login, excluded: options.exclude ?? [] };
  const objects = selectionOf(options)(await objectsOf(imported, refusalsOf(spoken, settings, inventory)));
  return {
    device: {
      ...{ id, variable, login, objects, settings: given, otherLines: 0, file: basename(from) },
      className: services[platform].className,
    },
    platform: spoken,
    held: inventory,
    source: [],
    names: new Set([...inventory.nouns, ...inventory.unreadable].map(({ name }) => name)),
  };
};
