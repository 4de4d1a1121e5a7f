import { stableJson } from '../../kernel/json';
import { isRef, type Ref } from '../../model/noun';
import type { Declared } from '../read/judge';
import { onlyOf, refIn, type Finder } from '../read/find-declared';

type Bag = Readonly<Record<string, unknown>>;

/** How an end of a FlexVPN proves who it is, and what it takes of the other. */
export interface FlexProof {
  /** What is the same at all ends, as a HubAndSpoke is given it. */
  readonly authentication: Bag & { readonly method: 'certificate' | 'spoke-keys' | 'eap' | 'other' };
  /** What holds the keys, where ends have keys. */
  readonly keyring?: Declared;
  /** Of a hub that asks for passwords: who checks them, and the method list. */
  readonly checked?: { readonly servers: Ref; readonly list: string };
  /** Of a spoke that has a password: its user name. */
  readonly username?: unknown;
}

const isSignature = (method: unknown): boolean => method === 'rsa-sig' || method === 'ecdsa-sig';
const other: FlexProof = { authentication: { method: 'other' } };

const byKeys = (profile: Declared, find: Finder): FlexProof => {
  const keyring = find.at(profile.props['keyring']);
  return keyring === undefined ? other : { authentication: { method: 'spoke-keys' }, keyring };
};

/** A hub that shows a certificate and asks for a user name and a password. */
const byPasswords = ({ props }: Declared, find: Finder): FlexProof => {
  const list = find.at((onlyOf(props['aaaAuthentication']) as Bag | undefined)?.['list']);
  const [servers, trustpoint] = [onlyOf(list?.props['methods']), refIn(onlyOf(props['trustpoints']))];
  if (list === undefined || find.at(servers) === undefined || trustpoint === undefined) return other;
  return {
    authentication: { method: 'eap', trustpoint: trustpoint.name, signature: props['authenticationLocal'] },
    checked: { servers: refIn(servers)!, list: list.name },
  };
};

/** A spoke that has a user name and a password, and checks the certificate of its hub. */
const byAccount = ({ props }: Declared, { type, username }: Bag, signature: unknown): FlexProof => {
  const { trustpoint } = (onlyOf(props['trustpoints']) ?? {}) as { readonly trustpoint?: unknown };
  if (type !== 'mschapv2' || !isRef(trustpoint)) return other;
  return { authentication: { method: 'eap', trustpoint: trustpoint.name, signature }, username };
};

/** Of the IKEv2 profile of the end. */
export const flexProofOf = (profile: Declared, find: Finder): FlexProof => {
  const { authenticationLocal: local, authenticationRemote, trustpoints } = profile.props;
  const remote = onlyOf(authenticationRemote);
  if (local === 'pre-share' && remote === 'pre-share') return byKeys(profile, find);
  if (isSignature(local) && stableJson(remote) === stableJson({ method: 'eap', queryIdentity: true }))
    return byPasswords(profile, find);
  const own = typeof local === 'object' && local !== null ? (local as Bag) : {};
  if (own['method'] === 'eap' && isSignature(remote)) return byAccount(profile, own, remote);
  const trustpoint = onlyOf(trustpoints);
  return isSignature(local) && remote === local && isRef(trustpoint)
    ? { authentication: { method: 'certificate', trustpoint: trustpoint.name, signature: local } }
    : other;
};
