import { createHmac } from 'node:crypto';
import type { SecretBook } from '../../desired/item';
import { limits } from '../../kernel/limits';
import { fail, problem, ProblemError, type Problem } from '../../kernel/problem';
import { isPlainLine } from '../../kernel/text';
import { isGenerated, otherSecret, secretMarker, type SecretRef } from '../../model/secret';
import { readBounded } from '../bounded-file';
import { runProgram } from '../program';
import { decodeType7 } from '../../engine/cli/type7';

const trimmed = (text: string): string => text.replace(/\r?\n$/, '');

/** What a secret is, without what it holds: `the environment variable PSK`. */
export const called = (ref: SecretRef): string => {
  if (ref.secret === 'env') return `the environment variable ${ref.name}`;
  if (ref.secret === 'file') return `the file ${ref.path}`;
  return ref.secret === 'command' ? `the output of ${ref.command[0]}` : `the ${ref.field} of ${ref.address}`;
};

/** The base64 of a key store: DER of more than 255 octets, or PEM, which is broken into lines. */
const isArmoured = (value: string): boolean =>
  /^(?:-----BEGIN [A-Z0-9 ]+-----\s+)?MI[A-Za-z0-9+/\s]{200,}[=\s]*(?:-----END [A-Z0-9 ]+-----\s*)?$/.test(value);

/**
 * A secret is typed on a command line: a line break in it would end the line, and what follows would be a command of its
 * own. Messages never hold the value.
 */
export const typable = (value: string, ref: SecretRef, path: string): string =>
  isPlainLine(value) || isArmoured(value)
    ? value
    : fail(
        'secret.control',
        path,
        `${called(ref)} holds a secret with a line break or another control or invisible character`,
        'write the secret as one line of plain characters',
      );

/** Reads a secret. Messages name the reference and never the value. */
export const readSecret = async (ref: SecretRef, path: string): Promise<string> =>
  typable(await valueOf(ref, path), ref, path);

type Ref<S extends SecretRef['secret']> = Extract<SecretRef, { readonly secret: S }>;

/** Variables that are not set, or are empty, as one problem. */
const unset = (names: readonly string[], path: string): Problem => {
  const listed = new Intl.ListFormat('en').format(names);
  const how = names.every((name) => process.env[name] === undefined) ? 'not set' : 'empty';
  return names.length === 1
    ? problem('secret.missing', path, `the environment variable ${listed} is ${how}`, 'set it where this command runs')
    : problem(
        'secret.missing',
        path,
        `the environment variables ${listed} are ${how === 'empty' ? 'not set or empty' : how}`,
        'set them where this command runs',
      );
};

const inVariable = ({ name }: Ref<'env'>, path: string): string => {
  const value = process.env[name];
  if (value) return value;
  throw new ProblemError([unset([name], path)]);
};

/** The references to secrets in settings, in a login among them. */
const secretsIn = (value: unknown): readonly SecretRef[] => {
  if (typeof value !== 'object' || value === null) return [];
  return 'secret' in value ? [value as SecretRef] : Object.values(value).flatMap(secretsIn);
};

/** All environment variables that are not set, and not only the first that is read: one problem, or none. */
export const unsetVariables = (settings: unknown, path: string): readonly Problem[] => {
  const names = secretsIn(settings).flatMap((ref) =>
    ref.secret === 'env' && !process.env[ref.name] ? [ref.name] : [],
  );
  return names.length === 0 ? [] : [unset([...new Set(names)], path)];
};

const filled = (value: string, where: string, path: string, remedy: string): string =>
  value || fail('secret.missing', path, `${where} holds no secret`, remedy);

const inFile = async ({ path: file }: Ref<'file'>, path: string): Promise<string> => {
  const content = await readBounded(file, limits.secretBytes);
  if (!('why' in content))
    return filled(trimmed(content.bytes.toString('utf8')), `the file ${file}`, path, 'write the secret into it');
  const why = content.missing ? 'cannot be read' : content.why;
  const hint = content.missing
    ? 'check the path and its mode'
    : 'give a file; what a program prints is read by Secret.fromCommand';
  return fail('secret.missing', path, `the file ${file} ${why}`, hint);
};

const printedBy = async ({ command }: Ref<'command'>, path: string): Promise<string> => {
  const [program] = command;
  const ended = await runProgram(command, { seconds: secretSeconds(), bytes: limits.secretBytes });
  if (!('why' in ended))
    return filled(trimmed(ended.output), `the output of ${program}`, path, 'run it by hand: it must print the secret');
  const hint = ended.stopped
    ? 'run it by hand without a terminal (</dev/null) and look; TUNNELWRIGHT_SECRET_SECONDS gives it more time'
    : `it ${ended.why}: run it by hand and look`;
  return fail('secret.missing', path, `the command ${program} ${ended.stopped ? ended.why : 'failed'}`, hint);
};

const valueOf = async (ref: SecretRef, path: string): Promise<string> => {
  if (ref.secret === 'env') return inVariable(ref, path);
  if (ref.secret === 'file') return inFile(ref, path);
  if (!isGenerated(ref)) return printedBy(ref, path);
  return fail(
    'secret.made',
    path,
    `a login cannot be the ${ref.field} of ${ref.address}, which another device makes`,
    'keep what logs in to a device in a variable, a file or a program',
  );
};

/** Seconds that a program has to print a secret. */
const secretSeconds = (): number => {
  const given = Number(process.env['TUNNELWRIGHT_SECRET_SECONDS']);
  return given > 0 && given <= 3600 ? given : limits.secretSeconds;
};

/** HMAC-SHA-256 under a key that never leaves this machine: equal for equal secrets, and worth nothing without the key. */
export const fingerprint = (key: Buffer, secret: string): string =>
  createHmac('sha256', key).update(secret).digest('hex');

/** Types of which the text does not give the secret: hashes (4, 5, 8, 9) and what a master key encrypts (6). */
const opaque = [4, 5, 6, 8, 9];

/** What a device held in one place when it was looked at last. */
export interface SeenSecret {
  /** The declared secret that it was compared with. */
  readonly marker: string;
  readonly same: boolean;
  /** Undefined where the device hides it and we have never written it. */
  readonly print: string | undefined;
}

export interface Fingerprints {
  /** By place, from the ledger. */
  readonly known: Readonly<Record<string, string>>;
  /** Places judged in this run, with the fingerprint of the declared secret: what the ledger will hold when it is written. */
  readonly declared: Map<string, string>;
  /** Set when the declared secrets have been sent: from then on what the device hides is taken to be them. */
  sent: boolean;
  /** By place; filled by each look. */
  readonly seen?: Map<string, SeenSecret>;
}

/**
 * The declared secrets of one target. What the device shows in clear or in type 7 is compared itself; what it hides
 * (type 6, write-only members of an API) is compared through the fingerprint that the ledger keeps of what we last wrote.
 */
export const secretBook = (values: ReadonlyMap<string, string>, key: Buffer, prints: Fingerprints): SecretBook => ({
  judge: (marker, shown, place) => {
    const value = values.get(marker);
    const readable = readableOf(shown);
    const declared = value === undefined ? undefined : fingerprint(key, value);
    const before = readable === undefined ? prints.known[place] : fingerprint(key, readable);
    const same =
      readable === undefined ? declared !== undefined && (prints.sent || before === declared) : readable === value;
    prints.seen?.set(place, { marker, same, print: same ? declared : before });
    if (declared === undefined) return otherSecret;
    prints.declared.set(place, declared);
    return same ? marker : otherSecret;
  },
  reveal: (text) => text.replace(/<secret:[^<>\s]+>/g, (marker) => values.get(marker) ?? marker),
});

/** The secret itself, where the device shows it. */
const readableOf = (shown: { readonly type?: number; readonly text: string } | undefined): string | undefined => {
  if (shown === undefined || opaque.includes(shown.type ?? 0)) return undefined;
  return shown.type === 7 ? decodeType7(shown.text) : shown.text;
};

export const readSecrets = async (refs: readonly SecretRef[], target: string): Promise<ReadonlyMap<string, string>> =>
  new Map(await Promise.all(refs.map(async (ref) => [secretMarker(ref), await readSecret(ref, target)] as const)));

/** The same without those that cannot be read. */
export const readableSecrets = async (
  refs: readonly SecretRef[],
  target: string,
): Promise<ReadonlyMap<string, string>> => {
  const tried = refs.map(async (ref) =>
    readSecret(ref, target).then(
      (value) => [[secretMarker(ref), value] as const],
      () => [],
    ),
  );
  return new Map((await Promise.all(tried)).flat());
};
