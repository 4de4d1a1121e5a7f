import type { RestStep } from '../../desired/rest/dialect';
import type { RestObject } from '../../desired/rest/object';
import type { Json } from '../../kernel/json';
import { problem, type Problem } from '../../kernel/problem';
import { holdsSecretMarker } from '../../model/secret';
import type { Ports, Push } from '../../contract/session';

/** What a service takes as a secret in a member of a body. It says so itself only when other objects are there already. */
export interface SecretLimit {
  /** The member: `manualPreSharedKey`. */
  readonly member: string;
  /** What it is: `pre-shared key`. */
  readonly what: string;
  /** The longest that it may be. */
  readonly characters: number;
}

/** Members of a body, at any depth, that hold a secret. */
const secretsIn = (body: Json | undefined, member = ''): readonly (readonly [member: string, text: string])[] => {
  if (typeof body === 'string') return holdsSecretMarker(body) ? [[member, body]] : [];
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) => secretsIn(value, Array.isArray(body) ? member : name));
};

const fault = (value: string, { what, characters }: SecretLimit): string | undefined => {
  if (value.length > characters)
    return `the ${what} has ${value.length} characters, and at most ${characters} are taken`;
  return /^[!-~]+$/.test(value)
    ? undefined
    : `the ${what} holds a blank or a character that is not ASCII, which no command line of a firewall takes`;
};

/** Secrets that the service would refuse, or that the devices behind it could not take: said before anything is sent. */
export const unfitSecrets = (
  changes: Push<RestObject, RestStep>['changes'],
  { secrets }: Pick<Ports, 'secrets'>,
  limits: readonly SecretLimit[],
): readonly Problem[] =>
  changes.flatMap((change) => {
    const faults = change.steps
      .flatMap(({ body }) => secretsIn(body))
      .flatMap(([member, text]) => {
        const limit = limits.find((each) => each.member === member);
        return (limit && fault(secrets.reveal(text), limit)) ?? [];
      });
    return [...new Set(faults)].map((message) =>
      problem('secret.unfit', change.path, `nothing was changed: ${message}`, 'use another key, at both ends'),
    );
  });
