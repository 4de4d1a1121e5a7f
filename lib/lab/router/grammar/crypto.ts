import { line, lines, type Fields } from '../../../desired/cli/grammar';
import { addressWithMask, after, name, oneOf, secret, type Words } from '../../../desired/cli/words';
import { flag, leads, restOrNothing, type Bag } from './words';

/** A symmetric key; `local` and `remote` begin the other form. */
const symmetricKey: Words<unknown> = {
  ...(secret as Words<unknown>),
  read: (words, at) =>
    ['local', 'remote'].includes(words[at]?.toLowerCase() ?? '')
      ? { miss: 'incomplete', at: at + 1 }
      : (secret as Words<unknown>).read(words, at),
};

/** What the blocks of the nouns take beyond the fields of the nouns, by mode. From the Cisco command reference. */
export const cryptoExtras: Readonly<Record<string, Fields<Bag>>> = {
  'crypto ikev2 policy': leads(['match inbound-only']),
  'crypto ikev2 keyring / peer': {
    key: line('pre-shared-key', symmetricKey, { undoByLead: true }),
    prefix: line('address', addressWithMask),
    hostname: line('hostname', name),
    ...leads(['identity']),
  } as unknown as Fields<Bag>,
  'crypto ikev2 profile': {
    remoteAny: line('match identity remote any', flag),
    eap: lines('authentication remote', after(['eap'], restOrNothing)),
    anyconnect: lines('authentication remote', after(['anyconnect-eap'], restOrNothing)),
    localEap: lines('authentication local', after(['eap'], restOrNothing)),
    certificateLifetime: line('lifetime', oneOf('certificate')),
    ...leads(
      [
        'keyring aaa',
        'nat keepalive',
        'nat force-encap',
        'ivrf',
        'virtual-template',
        'anyconnect profile',
        'reconnect',
      ],
      [
        'match address local',
        'match identity remote email',
        'match identity remote key-id',
        'aaa authentication',
        'aaa authorization',
        'aaa accounting',
        'redirect gateway',
        'config-exchange',
        'initial-contact',
        'shutdown',
      ],
    ),
  },
  'crypto pki trustpoint': leads(
    [
      'enrollment selfsigned',
      'enrollment mode',
      'enrollment profile',
      'usage',
      'serial-number',
      'ip-address',
      'subject-alt-name',
      'eckeypair',
      'hash',
      'fingerprint',
      'password',
      'auto-enroll',
      'chain-validation',
      'source interface',
      'vrf',
      'storage',
      'primary',
    ],
    ['enrollment retry', 'match certificate', 'eku request', 'authorization', 'ocsp', 'crl'],
  ),
  'crypto ipsec transform-set': leads(['esn']),
  'crypto ipsec profile': {
    pfs: line('set pfs', flag),
    ...leads([
      'set security-association idle-time',
      'set security-association replay',
      'set isakmp-profile',
      'set reverse-route',
      'set mixed-mode',
      'responder-only',
      'reverse-route',
      'redundancy',
    ]),
  },
  archive: leads(['time-period', 'write-memory', 'rollback filter adaptive']),
};
