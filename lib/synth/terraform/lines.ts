import { createHash } from 'node:crypto';
import { visible } from '../../kernel/text';
import { changeLines } from '../../plan/change-lines';
import { platformOf } from '../../platforms';
import type { Manifest, ManifestTarget } from '../../run/manifest';
import { targetDigest } from '../manifest';

/** Characters of one object in what Terraform compares; more are cut, and said to be. */
const objectLimit = 16 * 1024;
/** Characters of a stack: what Terraform keeps in its state, of which some backends take one megabyte, compressed. */
const stackLimit = 4 * 1024 * 1024;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const bounded = (text: string): string => {
  if (text.length <= objectLimit) return text;
  const shown = text.slice(0, text.lastIndexOf('\n', objectLimit) + 1 || objectLimit);
  const rest = text.slice(shown.length).split('\n').length;
  return `${shown.trimEnd()}\n… ${rest} more lines, sha256 ${sha256(text).slice(0, 16)}`;
};

type AnyItem = ManifestTarget['desired']['items'][number];

/** An object as a plan that creates it shows it. No secret is in that, only where it is found. */
const linesOf = (item: AnyItem, { dialect }: ReturnType<typeof platformOf>): string => {
  const differences = dialect.differences(undefined, item.content);
  const { title, body, overridden } = changeLines({ ...item, action: 'create', differences, unmanaged: [] });
  const lines = body.map(({ depth, text }) => `${'  '.repeat(depth + 1)}${text}`);
  return visible([title, ...lines, ...overridden.map((words) => `^ overridden: ${words}`)].join('\n'));
};

/** The target itself: where it is, and the hash of all that it shall hold, for what no line shows. */
const headOf = (target: ManifestTarget, { title, where }: ReturnType<typeof platformOf>): string => {
  const { release, version } = target.settings as { readonly release?: string; readonly version?: string };
  const words = [title, release ?? version, where(target.settings)].filter((word) => word !== undefined);
  return visible(`${words.join(' ')}, sha256 ${targetDigest(target).slice(0, 16)}`);
};

export type Lines = Readonly<Record<string, string>>;
const heads = (target: ManifestTarget): Lines => ({ [target.id]: headOf(target, platformOf(target.platform)) });

const sizeOf = (lines: Lines): number =>
  Object.entries(lines).reduce((sum, [key, text]) => sum + key.length + text.length, 0);

const objects = (target: ManifestTarget): Lines => {
  const platform = platformOf(target.platform);
  return Object.fromEntries(
    target.desired.items.map((item) => [visible(`${target.id}: ${item.address}`), bounded(linesOf(item, platform))]),
  );
};

/**
 * What Terraform compares of a stack, by target and object: it shows the entries that change, and their lines. Equal for
 * equal declarations. A stack that is too large for Terraform's state has the hash of each target alone.
 */
export const comparedLines = (
  { targets }: Pick<Manifest, 'targets'>,
  limit = stackLimit,
): ReadonlyMap<string, Lines> => {
  const whole = new Map(targets.map((target) => [target.id, { ...heads(target), ...objects(target) }]));
  const size = [...whole.values()].reduce((sum, lines) => sum + sizeOf(lines), 0);
  return size <= limit ? whole : new Map(targets.map((target) => [target.id, heads(target)]));
};
