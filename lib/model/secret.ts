import { z } from 'zod';
import { plain } from './plain-text';
import { beforeSecret, urlWithLogin } from './secret-words';

/**
 * Where a secret is found when it is needed. Only this reference ever reaches a manifest, a plan, a ledger or a log;
 * the value is read at the moment of writing to the device.
 * `made`: another target of the stack makes it together with an object, and it is asked there: it is in no file and no
 * variable, and nowhere before that object is.
 */
export type SecretRef =
  | { readonly secret: 'env'; readonly name: string }
  | { readonly secret: 'file'; readonly path: string }
  | { readonly secret: 'command'; readonly command: string[] }
  | GeneratedSecret;

/** A secret that another target makes. */
export interface GeneratedSecret {
  readonly secret: 'made';
  /** Construct path of the target. */
  readonly target: string;
  /** The object's address on it: `duo-radius-application/vpn`. */
  readonly address: string;
  /** Which of its secrets: `integrationKey`. */
  readonly field: string;
}

/** Plain functions under one name, so that a program reads `Secret.fromEnv('PSK')`. */
export const Secret = {
  /** The value of an environment variable of the process that plans or applies. */
  fromEnv: (name: string): SecretRef => ({ secret: 'env', name }),
  /** The content of a file, one trailing line break removed. Relative to the directory the command runs in. */
  fromFile: (path: string): SecretRef => ({ secret: 'file', path }),
  /** The standard output of a program (no shell), one trailing line break removed. */
  fromCommand: (command: string, ...args: readonly string[]): SecretRef => ({
    secret: 'command',
    command: [command, ...args],
  }),
};

export const secretRemedy =
  "Secret.fromEnv('NAME'), Secret.fromFile('path') or Secret.fromCommand('program', 'argument')";

export const secretRef = z.discriminatedUnion(
  'secret',
  [
    z.object({ secret: z.literal('env'), name: plain().min(1) }),
    z.object({ secret: z.literal('file'), path: plain().min(1) }),
    z.object({ secret: z.literal('command'), command: z.array(plain().min(1)).min(1) }),
    z.object({
      secret: z.literal('made'),
      target: plain().min(1),
      address: plain().min(1),
      field: plain().min(1),
    }),
  ],
  {
    error: ({ input }) => `${input === undefined ? 'is missing: ' : ''}write ${secretRemedy}`,
  },
);

/** What would end the marker, or be read as something else in it, stands as `%20`. */
const inMarker = (text: string): string => encodeURIComponent(text).replace(/%(2F|3A|3D|40|2C)/g, decodeURIComponent);

/**
 * How a secret stands in any text a person may read: `<secret:env:PSK>`. No blank, so that it is one CLI word, and never
 * the same for two references.
 */
export const secretMarker = (ref: SecretRef): string => {
  const parts = partsOf(ref);
  return `<secret:${ref.secret}:${parts.map(inMarker).join('+')}>`;
};

const partsOf = (ref: SecretRef): readonly string[] => {
  if (ref.secret === 'env') return [ref.name];
  if (ref.secret === 'file') return [ref.path];
  return ref.secret === 'command' ? ref.command : [ref.target, ref.address, ref.field];
};

/** What stands for a secret on a device that is not the one declared, or where none is declared. */
export const otherSecret = '<secret:other>';
export const isSecretMarker = (text: string): boolean => /^<secret:.+>$/.test(text);
/** Whether a marker stands somewhere in a line, so that the line is not what a device should get. */
export const holdsSecretMarker = (line: string): boolean => /<secret:[^<>\s]+>/.test(line);

/** Text with the user and the password of a URL in it taken out. */
export const withoutLogin = (text: string): string => {
  const [, before, scheme, after] = urlWithLogin.exec(text) ?? [];
  return scheme === undefined ? text : `${before}${scheme}${otherSecret}${after}`;
};

/** The words of a device's line before a secret in it, or undefined where it holds none. Lines of others have secrets too. */
export const leadOfSecret = (line: string): string | undefined =>
  beforeSecret.exec(line)?.[1] ?? urlWithLogin.exec(line)?.[1]?.trimEnd();
/** The line with what is secret in it, and all behind it, taken out. */
export const masked = (line: string): string => {
  const lead = beforeSecret.exec(line)?.[1];
  return lead === undefined ? withoutLogin(line) : `${lead} ${otherSecret}`;
};

const sources = new Set<unknown>(['env', 'file', 'command', 'made']);
const isSecretRef = (value: object): value is SecretRef => sources.has((value as { secret?: unknown }).secret);

export const isGenerated = (ref: SecretRef): ref is GeneratedSecret => ref.secret === 'made';

/** Every secret reference inside a value, each once. */
export const secretsOf = (value: unknown): readonly SecretRef[] => {
  const found = new Map<string, SecretRef>();
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if (!Array.isArray(part) && isSecretRef(part)) found.set(secretMarker(part), part);
    else for (const inner of Object.values(part)) walk(inner);
  };
  walk(value);
  return [...found.values()];
};
