import {
  formOf,
  identityOf,
  isFirewall,
  keyOf,
  type Esp,
  type Ike,
  type Match,
  type OracleEnd,
  type OraclePair,
  type Place,
} from './pair';
import type { ViciSection } from './vici';

/** Words of strongSwan of its own, so that ours (lib/model/clients) are not compared with themselves. */
const ciphers: Readonly<Record<string, string>> = {
  'aes-gcm-256': 'aes256gcm16',
  'aes-gcm-192': 'aes192gcm16',
  'aes-gcm-128': 'aes128gcm16',
  'aes-cbc-256': 'aes256',
  'aes-cbc-192': 'aes192',
  'aes-cbc-128': 'aes128',
};
const groups: Readonly<Record<number, string>> = { 14: 'modp2048', 19: 'ecp256', 20: 'ecp384', 21: 'ecp521' };

/** Without a PRF the integrity algorithms serve (Cisco, `prf` of an IKEv2 proposal). */
const ikeWords = ({ encryption, integrity = [], prf, group }: Ike): string =>
  [
    ...encryption.map((each) => ciphers[each]!),
    ...integrity,
    ...(prf ?? integrity).map((each) => `prf${each}`),
    ...group.map((each) => groups[each]!),
  ].join('-');

/** A proposal of strongSwan has ciphers that authenticate by themselves, or hashes, not both. */
const espWords = (set: Esp, pfs: number | undefined): readonly string[] => {
  const all = [set.encryption, ...(set.furtherEncryption ?? [])];
  const hashes = [set.integrity, ...(set.furtherIntegrity ?? [])].filter((each) => each !== undefined);
  const tail = pfs === undefined ? [] : [groups[pfs]!];
  const words = (some: readonly string[], more: readonly string[]) =>
    some.length === 0 ? [] : [[...new Set([...some.map((each) => ciphers[each]!), ...more]), ...tail].join('-')];
  return [
    ...words(
      all.filter((each) => each.includes('gcm')),
      [],
    ),
    ...words(
      all.filter((each) => !each.includes('gcm')),
      hashes,
    ),
  ];
};

/** A subject as strongSwan writes one. */
const dn = (subject: string): string =>
  subject
    .split(',')
    .map((part) => part.replace(/^\w+/, (type) => type.toUpperCase()))
    .join(', ');

/** A map looks into the certificate whatever its peer says it is: here it is compared with the subject, so that is said. */
const isByMap = (end: OracleEnd, peer: OracleEnd): boolean => {
  const said = identityOf(end);
  return (
    !isFirewall(peer) &&
    peer.match.by === 'map' &&
    end.proves !== 'pre-share' &&
    said.type === 'fqdn' &&
    said.value === end.fqdn
  );
};

const saidBy = (end: OracleEnd, peer: OracleEnd, place: Place): string => {
  const said = identityOf(end);
  if (isByMap(end, peer)) return dn(place.named(end.subject));
  switch (said.type) {
    case 'address':
      return place.address;
    case 'dn':
      return dn(place.named(end.subject));
    case 'key-id':
      return `keyid:${place.named(said.value)}`;
    default:
      return `${said.type}:${place.named(said.value)}`;
  }
};

const taken = (match: Match, place: Place): string => {
  switch (match.by) {
    case 'any':
      return '%any';
    case 'address':
      return place.peer.address;
    case 'network':
      return `198.18.${place.slot}.0/24`;
    case 'other-network':
      return `198.19.${place.slot}.0/24`;
    case 'fqdn-domain':
      return `fqdn:*.${match.value}`;
    case 'email-domain':
      return `email:*@${match.value}`;
    case 'map':
      // What is not written may be anything.
      return dn(
        place.named(
          ['cn', 'ou', 'o']
            .map((type) => match.parts.find((part) => part.startsWith(`${type}=`)) ?? `${type}=*`)
            .join(','),
        ),
      );
    case 'key-id':
      return `keyid:${place.named(match.value)}`;
    default:
      return `${match.by}:${place.named(match.value)}`;
  }
};

/**
 * A firewall finds the tunnel group of a peer by the peer's address, whatever it says it is. One that begins would ask for a
 * network by that name: it takes whoever answers there, and is asked in its turn.
 */
const takenBy = (end: OracleEnd, place: Place, begins: boolean): string =>
  isFirewall(end) || (begins && end.match.by === 'network') ? '%any' : taken(end.match, place);

const selectors = (pair: OraclePair, end: OracleEnd, place: Place): readonly [readonly string[], readonly string[]] =>
  formOf(pair) === 'routes'
    ? // Of two tunnel interfaces it is everything at both ends: here a part of it, so that pairs can stand side by side.
      [[place.network(0)], [place.peer.network(0)]]
    : [
        end.networks.here.map((each) => place.network(each)),
        end.networks.there.map((each) => place.peer.network(each)),
      ];

/** Certificates of an end, DER: its own, and those of the authority by which it checks its peer. */
export interface Shown {
  readonly own: Buffer;
  readonly trusted: readonly Buffer[];
}

/** A firewall takes certificates of both kinds. */
const authOf = (end: OracleEnd): string =>
  isFirewall(end) && end.takes !== 'pre-share' ? 'pubkey' : remoteAuth[end.takes];
const remoteAuth = { 'pre-share': 'psk', 'rsa-sig': 'rsa-1024', 'ecdsa-sig': 'ecdsa-224' } as const;

/** The connection of an end, for `load-conn`: as it begins, or as it waits for the other. */
export const connectionOf = (pair: OraclePair, place: Place, shown: Shown, begins: boolean): ViciSection => {
  const [end, peer] = place.endsOf(pair);
  const [here, there] = selectors(pair, end, place);
  const isKey = end.proves === 'pre-share';
  return {
    version: '2',
    local_addrs: [place.address],
    remote_addrs: [place.sends(end)],
    proposals: end.ike.map(ikeWords),
    mobike: 'no',
    encap: 'yes',
    rekey_time: '0',
    send_cert: 'always',
    local: {
      auth: isKey ? 'psk' : 'pubkey',
      id: saidBy(end, peer, place),
      ...(isKey ? {} : { certs: [shown.own] }),
    },
    remote: {
      auth: authOf(end),
      id: takenBy(end, place, begins),
      ...(end.takes === 'pre-share' ? {} : { cacerts: shown.trusted }),
    },
    children: {
      net: {
        local_ts: here,
        remote_ts: there,
        esp_proposals: end.esp.flatMap((set) => espWords(set, end.pfs)),
        rekey_time: '0',
      },
    },
  };
};

/** The key of an end for its peer, for `load-shared`: found by who both say they are. */
export const sharedKeyOf = (pair: OraclePair, place: Place): ViciSection => {
  const [end, peer] = place.endsOf(pair);
  return {
    id: `key-${place.slot}`,
    type: 'ike',
    data: keyOf(place.slot, end.key),
    owners: [saidBy(end, peer, place), saidBy(peer, end, place.peer), place.dials(end)],
  };
};
