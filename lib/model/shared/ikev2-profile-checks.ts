import type { z } from 'zod';
import { methodOf, type LocalAuthentication, type RemoteAuthentication } from './ike-authentication';
import { twice } from '../values';

/** What the checks look at of a profile. */
interface Checked {
  readonly authenticationRemote?: readonly RemoteAuthentication[] | undefined;
  readonly authenticationLocal?: LocalAuthentication | undefined;
  readonly keyring?: unknown;
  readonly keyringAaa?: unknown;
  readonly trustpoints?: unknown;
  readonly identityLocal?: unknown;
  readonly matchInboundOnly?: boolean | undefined;
  readonly reconnect?: unknown;
  readonly dynamic?: boolean | undefined;
  readonly aaaAuthentication?: readonly { readonly method: string }[] | undefined;
  readonly aaaAuthorization?: readonly { readonly of: string; readonly method: string }[] | undefined;
  readonly aaaAccounting?: readonly { readonly method: string }[] | undefined;
}
type Issue = (path: string, message: string) => void;

const matches = [
  'matchCertificates',
  'matchRemoteAddresses',
  'matchRemoteFqdns',
  'matchRemoteFqdnDomains',
  'matchRemoteEmails',
  'matchRemoteEmailDomains',
  'matchRemoteKeyIds',
  'matchRemoteAny',
] as const;

const isSignature = (method: string): boolean => method.endsWith('-sig');

const authentication = (p: Checked, issue: Issue): void => {
  const remote = p.authenticationRemote ?? [];
  const local = p.authenticationLocal;
  if (remote.length === 0)
    issue('authenticationRemote', "is missing: write how the peer proves itself, like ['rsa-sig']");
  if (local === undefined) issue('authenticationLocal', "is missing: write how this end proves itself, like 'rsa-sig'");
  const all = [...remote, ...(local === undefined ? [] : [local])];
  const methods = all.map(methodOf);
  const repeated = remote.map(methodOf).find((method, i, list) => list.indexOf(method) !== i);
  if (repeated) issue('authenticationRemote', `${repeated} is listed twice: write it once`);
  if (all.includes('pre-share') && !p.keyring && !p.keyringAaa)
    issue('keyring', 'pre-share needs a keyring: write keyring');
  const signature = methods.find(isSignature);
  if (signature && !p.trustpoints) issue('trustpoints', `${signature} needs a trustpoint: write trustpoints`);
  if (methods.includes('dynamic') && !p.matchInboundOnly)
    issue('matchInboundOnly', 'authenticationLocal dynamic needs it: write matchInboundOnly: true');
  if (p.reconnect !== undefined && methods.includes('pre-share'))
    issue('reconnect', 'it does not go with pre-share: leave reconnect out');
  for (const method of ['eap', 'anyconnect-eap'].filter((name) => remote.map(methodOf).includes(name))) {
    if (!p.aaaAuthentication?.some((each) => each.method === method))
      issue('aaaAuthentication', `${method} needs who checks it: write aaaAuthentication with method '${method}'`);
    if (local !== undefined && !isSignature(methodOf(local)))
      issue(
        'authenticationLocal',
        `towards ${method} clients this end needs a certificate: write 'rsa-sig' or 'ecdsa-sig'`,
      );
  }
};

/** What cannot be true of a profile at once, each with what to write instead. */
export const profileContradictions = <P extends Checked>(p: P, context: z.core.$RefinementCtx): void => {
  const issue: Issue = (path, message) => context.addIssue({ code: 'custom', path: [path], message });
  const bag = p as Record<string, unknown>;
  const matched = matches.filter((field) => bag[field] !== undefined);
  const once = (field: string, list: readonly unknown[] | undefined): void => {
    if (list && twice(list)) issue(field, 'a method is listed twice: write each once');
  };
  once(
    'aaaAuthentication',
    p.aaaAuthentication?.map(({ method }) => method),
  );
  once(
    'aaaAuthorization',
    p.aaaAuthorization?.map(({ of, method }) => [of, method]),
  );
  once(
    'aaaAccounting',
    p.aaaAccounting?.map(({ method }) => method),
  );
  if (p.dynamic) {
    const fixed = [
      'identityLocal',
      'authenticationRemote',
      'authenticationLocal',
      'keyring',
      'keyringAaa',
      'trustpoints',
    ];
    for (const field of fixed.filter((name) => bag[name] !== undefined))
      issue(field, 'a dynamic profile has it from the server: leave it out, or leave dynamic out');
    return;
  }
  if (matched.length === 0)
    issue(
      'matchCertificates',
      'a profile without a match is never chosen: write matchCertificates, matchRemoteAddresses or matchRemoteFqdns',
    );
  authentication(p, issue);
};
