import { flag, onHeaderLine, line, lines, prefixed, refused, section, statements } from '../../../desired/cli/forms';
import type { Fields } from '../../../desired/cli/grammar';
import { byName, nothing } from '../../../desired/cli/plain-words';
import {
  either,
  integer,
  list,
  mapped,
  name,
  oneOf,
  present,
  refTo,
  sequence,
  spelled,
  type Words,
} from '../../../desired/cli/words';
import { defined } from '../../../kernel/defined';
import type { NounOf } from '../../../model/nouns';
import { espCiphers, espHashes, pfsGroup } from './words';

type TransformSet = NounOf<'ipsec-transform-set'>;
type Entry = NounOf<'crypto-map-entry'>;
type Dynamic = NounOf<'dynamic-map'>['entries'][number];

/** `unlimited`: time alone counts. */
const kilobytes = (most: number) =>
  either<'disable', number>(
    spelled({ disable: 'unlimited' }),
    (value): value is 'disable' => value === 'disable',
    integer(10, most),
  );
const proposals = list(refTo('ipsec-transform-set'));

type Shown = NonNullable<Entry['trustpoint']>;
type WithChain = Exclude<Shown, { readonly ref: string }>;
/** The trustpoint alone, or with `chain`: the certificates of its authorities are sent too. */
const shown = either<WithChain, Exclude<Shown, WithChain>>(
  sequence<WithChain>({ trustpoint: refTo('cert-trustpoint'), chain: present('chain') }),
  (value): value is WithChain => 'chain' in value,
  refTo('cert-trustpoint'),
);
const rest = <T>(all: readonly T[]): T[] | undefined => (all.length > 1 ? all.slice(1) : undefined);

/** An IPsec proposal holds alternatives, of which a transform set is the first. GCM stands with `integrity null`. */
export const ipsecTransformSet = section<TransformSet>({
  lead: 'crypto ipsec ikev2 ipsec-proposal',
  prompt: 'config-ipsec-proposal',
  key: byName,
  decides: { lines: 'all' },
  required: ['encryption'],
  through: {
    lines: (noun) => {
      const { encryption, integrity, furtherEncryption = [], furtherIntegrity = [] } = noun as unknown as TransformSet;
      return {
        encryption: [encryption, ...furtherEncryption],
        integrity: [integrity ?? 'null', ...furtherIntegrity],
      };
    },
    noun: (held) => {
      const { encryption = [], integrity = [] } = held as { encryption?: string[]; integrity?: string[] };
      const [first, ...others] = integrity.filter((hash) => hash !== 'null');
      const further = first !== undefined && integrity.includes('null') ? [...others, 'null'] : others;
      return defined({
        encryption: encryption[0],
        integrity: first,
        furtherEncryption: rest(encryption),
        furtherIntegrity: further.length === 0 ? undefined : further,
      });
    },
  },
  fields: {
    encryption: line('protocol esp encryption', espCiphers as never),
    integrity: line('protocol esp integrity', espHashes as never),
    furtherEncryption: onHeaderLine,
    furtherIntegrity: onHeaderLine,
    /** An ASA tunnels; whoever wants another mode is told so by the platform. */
    mode: onHeaderLine,
    ah: refused('an ASA has no AH: leave ah out'),
    compression: refused('an ASA has no compression here: leave compression out'),
    esn: refused('an ASA has no such setting: leave esn out'),
  },
});

const ofProfile = 'on an ASA this is not a setting of an IPsec profile: leave it out';
export const ipsecProfile = section<NounOf<'ipsec-profile'>>({
  lead: 'crypto ipsec profile',
  prompt: 'config-ipsec-profile',
  key: byName,
  fields: {
    transformSets: line('set ikev2 ipsec-proposal', proposals),
    pfs: line('set pfs', pfsGroup as never),
    ecn: refused(ofProfile),
    lifetimeKilobytes: line('set security-association lifetime kilobytes', kilobytes(4294967295)),
    lifetimeSeconds: line('set security-association lifetime seconds', integer(120, 2147483647)),
    trustpoint: line('set trustpoint', shown),
    responderOnly: flag('responder-only', false),
    ikev2Profile: refused('an ASA has no IKEv2 profiles: write TunnelGroup'),
    description: refused(ofProfile),
    lifetimeDays: refused('write lifetimeSeconds'),
    idleTime: refused(ofProfile),
    replayWindow: refused(ofProfile),
    dfBit: refused(ofProfile),
    dummy: refused(ofProfile),
    perHost: refused(ofProfile),
    policyLimit: refused(ofProfile),
    isakmpProfile: refused(ofProfile),
    mixedMode: refused(ofProfile),
    reverseRoute: refused(ofProfile),
    reverseRouteDistance: refused(ofProfile),
    reverseRouteTag: refused(ofProfile),
    reverseRouteGateway: refused(ofProfile),
    redundancy: refused(ofProfile),
  },
});

const settings = {
  proposals: line('set ikev2 ipsec-proposal', proposals),
  pfs: line('set pfs', pfsGroup),
  lifetimeSeconds: line('set security-association lifetime seconds', integer(120, 2147483647)),
  lifetimeKilobytes: line('set security-association lifetime kilobytes', kilobytes(2147483647)),
  reverseRoute: line('set reverse-route', nothing),
};

/** All of it are lines at the top level that begin with name and sequence. */
export const dynamicMap = statements<NounOf<'dynamic-map'>>({
  lead: 'crypto dynamic-map',
  key: byName,
  clear: 'clear configure crypto dynamic-map',
  fields: {
    entries: prefixed<Dynamic>(
      '',
      'sequence',
      integer(1, 65535) as never,
      {
        match: line('match address', refTo('access-list')),
        ...settings,
      } as unknown as Fields<Dynamic>,
    ),
  },
});

const place = mapped(
  sequence<{ map: string; sequence: number }>({ map: name, sequence: integer(1, 65535) }),
  (at) => ({ ...at, name: `${at.map}/${at.sequence}` }),
  (at) => at,
);

/** Behind the name of a peer `dynamic` says that DNS is asked again: that is no second peer, and no field has it. */
const peer: Words<string> = {
  ...name,
  read: (words, at) => (words[at]?.toLowerCase() === 'dynamic' ? { miss: 'invalid', at } : name.read(words, at)),
};

/** The lines of one sequence are ours, and those of the others are not. */
export const cryptoMapEntry = statements<Entry>({
  lead: 'crypto map',
  key: place,
  clear: 'clear configure crypto map',
  fields: {
    map: onHeaderLine,
    sequence: onHeaderLine,
    match: line('match address', refTo('access-list')),
    peers: line('set peer', list(peer)),
    ...settings,
    trustpoint: line('set trustpoint', shown),
    connectionType: line('set connection-type', oneOf('bidirectional', 'answer-only', 'originate-only'), {
      defaultOmitted: 'bidirectional',
    }),
    dynamic: line('ipsec-isakmp dynamic', refTo('dynamic-map')),
  },
});

/** Where a map works; its entries are nouns of their own. */
export const cryptoMap = statements<NounOf<'crypto-map'>>({
  lead: 'crypto map',
  key: byName,
  fields: { interfaces: lines('interface', name), entries: onHeaderLine },
});
