import type { ZodType } from 'zod';
import type { Network, Resource, Target } from '../../model/network';
import { addressOf } from '../../model/noun';
import { nouns, type Kind, type NounOf } from '../../model/nouns';
import { otherSecret } from '../../model/secret';
import type { PlatformId, TargetSettings } from '../../model/targets';
import type { Inspection } from '../../contract/platform';
import type { Place } from './check';
import { printOfShown } from '../../engine/cli/shown-secrets';
import { lineOf } from './line-path';
import { shownSecret } from './shown-secret';

/** A configuration file as a platform understood it. */
export interface ReadFile {
  readonly file: string;
  readonly platform: PlatformId;
  readonly inspection: Inspection;
}

type PrintAt = (place: string) => string | undefined;

/** A secret that a file shows is not shown again: a reference stands for it, so that the noun can be parsed. */
const withReferences = (value: unknown, printAt: PrintAt, place = ''): unknown => {
  if (value === otherSecret) return shownSecret(printAt(place));
  if (typeof value !== 'object' || value === null) return value;
  const inside = (member: unknown, key: number | string): unknown =>
    withReferences(member, printAt, place === '' ? `${key}` : `${place}.${key}`);
  if (Array.isArray(value)) return value.map(inside);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inside(member, key)]));
};

/** The defaults of fields that an object does not have. */
const defaultsOf = (kind: Kind): object =>
  Object.fromEntries(
    Object.entries(nouns[kind].schema.shape as Readonly<Record<string, ZodType>>).flatMap(([field, schema]) => {
      const { data } = schema.safeParse(undefined);
      return data === undefined ? [] : [[field, data]];
    }),
  );

/** What the schema makes of it, defaults filled in; with the defaults alone where a device holds what may not be declared. */
const parsed = (kind: Kind, noun: object): NounOf<Kind> => {
  const result = nouns[kind].schema.safeParse(noun);
  return (result.success ? result.data : { ...defaultsOf(kind), ...noun }) as NounOf<Kind>;
};

type Read = Inspection['nouns'][number];

/** A guide types a block in two parts: the later line counts. Of another sequence it is another object. */
const joined = (found: readonly Read[]): readonly Read[] => {
  const all = new Map<string, Read>();
  for (const noun of found) {
    const { sequence } = noun.props as { readonly sequence?: number };
    const key = `${addressOf(noun.kind, noun.name)} ${sequence ?? ''}`;
    const before = all.get(key);
    all.set(key, before === undefined ? noun : { ...before, props: { ...before.props, ...noun.props } });
  }
  return [...all.values()];
};

const resourcesOf = (id: string, { nouns: found }: Inspection): readonly Resource[] =>
  joined(
    found.map((noun) => ({
      ...noun,
      props: withReferences(noun.props, (place) => printOfShown(noun.props, place)) as object,
    })),
  ).map(({ kind, name, lines, props }) => ({
    kind: kind as Kind,
    name,
    path: `${id}/${kind}/${name}`,
    noun: parsed(kind as Kind, { ...props, name }),
    lines,
  }));

const idsOf = (files: readonly ReadFile[]): readonly string[] => {
  const names = files.map(({ file, inspection }) => inspection.hostname ?? file);
  return names.map((name, i) => (names.indexOf(name) === i ? name : files[i]!.file));
};

/** Devices as their configuration files describe them. Each is whole: what is not in its file it does not have. */
export const networkOf = (
  files: readonly ReadFile[],
): { readonly network: Network; readonly placeOf: (path: string) => Place | undefined } => {
  const ids = idsOf(files);
  const targets = files.map(({ file, platform, inspection }, i): Target => ({
    id: ids[i]!,
    platform,
    path: ids[i]!,
    settings: (inspection.release === undefined
      ? {}
      : { release: inspection.release }) as unknown as TargetSettings<PlatformId>,
    resources: resourcesOf(ids[i]!, inspection),
    needs: [],
    read: { file, unknown: [...inspection.unmanaged, ...inspection.unknown], unreadable: inspection.unreadable },
  }));
  const places = new Map<string, Place>();
  for (const target of targets) {
    const { file } = target.read!;
    places.set(target.path, { file, line: 1 });
    for (const { path, lines } of target.resources) if (!places.has(path)) places.set(path, { file, line: lines![0] });
  }
  const placeOf = (path: string): Place | undefined => {
    const at = lineOf(path);
    const whole = at && places.get(at.device);
    return whole === undefined ? places.get(path) : { file: whole.file, line: at!.line };
  };
  return { network: { stack: '', targets, problems: [] }, placeOf };
};
