import { line, refused, section, statement, statements } from '../../../desired/cli/forms';
import { byName } from '../../../desired/cli/plain-words';
import { after, either, integer, mapped, refTo, sequence, spelled, type Words } from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';
import { dhGroups, ikeCiphers, ikeHashes } from './words';

const lifetime = either<'none', number>(
  spelled({ none: 'none' }),
  (value): value is 'none' => value === 'none',
  after(['seconds'], integer(120, 2147483647)),
);

/** `null` is not a valid hash: it stands where the encryption authenticates by itself. */
const hashes = ikeHashes as unknown as Words<NonNullable<NounOf<'ikev2-proposal'>['prf']>>;

type Enable = NounOf<'ikev2-enable'>;

/**
 * An ASA has no proposals by name: each is a policy of its own, known by its place. All five lines are always printed.
 * GCM stands with `integrity null`; without a PRF the integrity algorithms serve, and are written.
 */
export const ikev2Proposal = section<NounOf<'ikev2-proposal'>>({
  lead: 'crypto ikev2 policy',
  prompt: 'config-ikev2-policy',
  key: byName,
  decides: { lines: 'all' },
  through: {
    lines: (noun) => {
      const { integrity = ['null'], prf, lifetime = 86400 } = noun;
      return { ...noun, integrity, prf: prf ?? integrity, lifetime };
    },
    noun: ({ integrity, ...lines }) =>
      String(integrity) === 'null' || integrity === undefined ? lines : { integrity, ...lines },
  },
  fields: {
    encryption: line('encryption', ikeCiphers),
    integrity: line('integrity', hashes),
    group: line('group', dhGroups),
    prf: line('prf', hashes),
    lifetime: line('lifetime', lifetime),
    pqc: refused('an ASA has no post-quantum key exchange here: leave pqc out'),
  },
});

/** Typed again without `client-services` it loses them, so the line is always typed whole. */
export const ikev2Enable = statement<Enable>({
  lead: 'crypto ikev2 enable',
  words: byName,
  args: mapped(
    sequence<{ port?: number }>({ port: after(['client-services', 'port'], integer(1, 65535)) }, ['port']),
    ({ port }): Partial<Enable> => (port === undefined ? {} : { clientServices: { port } }),
    ({ clientServices }) => clientServices ?? {},
  ),
  retype: true,
});

export const ikev2RemoteAccess = statements<NounOf<'ikev2-remote-access'>>({
  lead: 'crypto ikev2 remote-access',
  fields: { trustpoint: line('crypto ikev2 remote-access trustpoint', refTo('cert-trustpoint')) },
});
