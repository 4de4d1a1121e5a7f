import {
  after,
  either,
  integer,
  mapped,
  name,
  oneOf,
  present,
  refTo,
  secret,
  sequence,
  variants,
  type Words,
} from '../../../desired/cli/words';
import type { LocalAuthentication, RemoteAuthentication } from '../../../model/shared/ike-authentication';
import type { NounOf } from '../../../model/nouns';
import { nameOrRef } from './words';

type Profile = NounOf<'ikev2-profile'>;
type Authorization = NonNullable<Profile['aaaAuthorization']>[number];
type AaaKeyring = NonNullable<Profile['keyringAaa']>;

/** A method by its name where there is nothing more to say, else with its options. */
const plainOr = <T extends string | { method: string }>(full: Words<Extract<T, object>>): Words<T> =>
  mapped(
    full as Words<object>,
    (value) => (Object.keys(value).length === 1 ? (value as { method: string }).method : value) as T,
    (value) => (typeof value === 'string' ? { method: value } : value) as object,
  );

const key = secret as never;
const aggregate = after(
  ['aggregate'],
  sequence<{ certRequest?: true }>({ certRequest: present('cert-request') }, ['certRequest']),
);
const nothingMore = (word: string): Words<object> => after([word], sequence<object>({}));

type Options<M extends string, A> = Omit<Extract<A, { method: M }>, 'method'>;
type Remote = Options<'eap', RemoteAuthentication>;
type Local = Options<'eap', LocalAuthentication>;

/** What is typed in the same words for both directions. */
const eitherSide = {
  'rsa-sig': nothingMore('rsa-sig'),
  'ecdsa-sig': nothingMore('ecdsa-sig'),
  'pre-share': after(['pre-share'], sequence<{ key?: never }>({ key: after(['key'], key) }, ['key'])),
};

/** `anyconnect-eap` is always typed with `aggregate`. */
export const remoteMethod = plainOr<RemoteAuthentication>(
  variants('method', {
    ...eitherSide,
    eap: after(
      ['eap'],
      sequence<Remote>({ queryIdentity: present('query-identity'), timeout: after(['timeout'], integer(45, 180)) }, [
        'queryIdentity',
        'timeout',
      ]),
    ),
    'anyconnect-eap': after(['anyconnect-eap'], aggregate),
  } as never),
);

export const localMethod = plainOr<LocalAuthentication>(
  variants('method', {
    ...eitherSide,
    eap: after(
      ['eap'],
      sequence<Local>(
        {
          type: oneOf('gtc', 'md5', 'mschapv2'),
          username: after(['username'], name),
          password: after(['password'], key),
        },
        ['type', 'username', 'password'],
      ),
    ),
    dynamic: nothingMore('dynamic'),
  } as never),
);

/** Which method a line is of: there is one line for each. */
export const methodWord = (value: RemoteAuthentication): readonly string[] => [
  typeof value === 'string' ? value : value.method,
];

type Trusted = NonNullable<Profile['trustpoints']>[number];
export const trusted: Words<Trusted> = mapped(
  sequence<{ trustpoint: { ref: 'cert-trustpoint'; name: string }; use?: 'sign' | 'verify' }>(
    { trustpoint: refTo('cert-trustpoint'), use: oneOf('sign', 'verify') },
    ['use'],
  ),
  ({ trustpoint, use }): Trusted => (use ? { trustpoint, use } : trustpoint),
  (value) => ('trustpoint' in value ? value : { trustpoint: value }),
);

const mangler = after(['name-mangler'], refTo('ikev2-name-mangler'));

/** `keyring aaa list L` is an older spelling (Cisco Live BRKSEC-2881). */
const oldSpelling = (words: Words<AaaKeyring>): Words<AaaKeyring> => ({
  ...words,
  read: (all, at) => words.read(all, all[at]?.toLowerCase() === 'list' && all[at + 1] !== undefined ? at + 1 : at),
});
export const aaaKeyring = oldSpelling(
  sequence<AaaKeyring>(
    { list: refTo('aaa-authorization-list'), nameMangler: mangler, password: after(['password'], key) },
    ['nameMangler', 'password'],
  ),
);

const isHead = (value: Authorization): value is Authorization => value.cached === true;
const head = {
  of: oneOf('group', 'user'),
  override: present('override'),
  method: oneOf('cert', 'eap', 'psk', 'anyconnect-eap', 'any'),
};
/** A policy where the list is local, the name to ask a server for otherwise: the line does not say which. */
const policy = nameOrRef<'ikev2-authorization-policy'>();
const noKeyword = (words: typeof policy): typeof policy => ({
  ...words,
  read: (all, at) =>
    ['name-mangler', 'password'].includes(all[at]?.toLowerCase() ?? '') ? { miss: 'invalid', at } : words.read(all, at),
});

export const authorization = either<Authorization, Authorization>(
  sequence<Authorization>({ ...head, cached: present('cached') } as never, ['override']),
  isHead,
  sequence<Authorization>(
    {
      ...head,
      list: after(['list'], refTo('aaa-authorization-list')),
      policy: noKeyword(policy),
      nameMangler: mangler,
      password: after(['password'], key),
    } as never,
    ['override', 'policy', 'nameMangler', 'password'],
  ),
);

/** There is one line for group and user, and each method. */
export const authorizationKey = ({ of, method }: Authorization): readonly string[] => [of, method];
/** All of the line but its password, which is not typed to be taken away. */
export const withoutAuthorization = (value: Authorization): readonly string[] => {
  const { password: _password, ...told } = value;
  return ['no', 'aaa', 'authorization', ...authorization.print(told)];
};
