import { basename } from 'node:path';
import type { Answers } from '../../contract/answers';
import type { Inventory } from '../../contract/platform';
import { objectsOf } from '../../import/read/declare';
import { camelCase, dashed, upperCase } from '../../import/text/naming';
import { free } from '../../kernel/free-name';
import { isIpv4, isIpv6 } from '../../kernel/ip';
import { fail } from '../../kernel/problem';
import { nouns, type Kind } from '../../model/nouns';
import { targets, type TargetSettings } from '../../model/targets';
import { platformOf } from '../../platforms';
import { wordsOf, type Service } from '../../platforms/services';
import { refusalsOf, type AnyPlatform } from './adoption';
import { nowhere, type Reading, type ReadingOptions, type Taken } from './reading';
import { selectionOf } from './selection';

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
const idOf = (host: string, platform: Service): string => wordsOf(platform).id ?? plainId(host, platform);
const plainId = (host: string, platform: Service): string =>
  isIpv4(host) || isIpv6(host) ? platform : dashed(host.split('.')[0]!) || platform;

const settingsOf = ({ platform, from, answers, known }: AnsweredService, release: string | undefined) => {
  const { host, domain } = known;
  const { version: called } = wordsOf(platform);
  if (called === undefined) return { host };
  const version = known.version ?? release ?? answers.version;
  if (version === undefined)
    return fail('import.release', from, 'does not say which version it is of', 'write it with --release');
  return { host, [called]: version, ...(domain === undefined || domain === 'Global' ? {} : { domain }) };
};

const parsedOf = (platform: Service, from: string, given: object): TargetSettings<Service> => {
  const login = { username: { secret: 'env', name: 'USERNAME' } };
  const parsed = targets[platform].safeParse({ ...given, login });
  if (parsed.success) return parsed.data;
  const said = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return fail('import.device', from, said, 'correct it with --host or --release');
};

/** What of the service's own is not declared. */
const givenIn = ({ there }: Inventory<unknown>): readonly string[] => [
  ...new Set(there.flatMap(({ kind, name, given }) => (given && !isWithin(kind) ? [name] : []))),
];
const isWithin = (kind: string): boolean => nouns[kind as Kind].within !== undefined;

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
  const { className, keys } = wordsOf(platform);
  const own = settingsOf(service, options.release);
  const settings = parsedOf(platform, from, own);
  const inventory = await spoken.inventory!(answers, settings);
  const given = givenIn(inventory);
  const id = free(known.id ?? idOf(known.host, platform), taken.ids, '-');
  const variable = free(camelCase(id), taken.variables);
  const login = free(known.login ?? upperCase(id), taken.logins, '_');
  const imported = { inspection: readOf(inventory), source: [], device: login, excluded: options.exclude ?? [] };
  const objects = selectionOf(options)(await objectsOf(imported, refusalsOf(spoken, settings, inventory)));
  return {
    device: {
      ...{ id, variable, login, objects, settings: own, otherLines: 0, file: basename(from) },
      className,
      ...(keys === undefined ? {} : { keys }),
      ...(given.length === 0 ? {} : { given }),
    },
    platform: spoken,
    held: inventory,
    source: [],
    names: new Set([...inventory.nouns, ...inventory.unreadable].map(({ name }) => name)),
  };
};
