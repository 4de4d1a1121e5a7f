import { inHeader, line, lines, section } from '../../../desired/cli/grammar';
import {
  after,
  integer,
  list,
  literal,
  mapped,
  name,
  oneOf,
  rest,
  sequence,
  variants,
} from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';
import { byName } from './ikev2';

type Trustpoint = NounOf<'cert-trustpoint'>;
type Enrollment = Trustpoint['enrollment'];

const enrollment = variants<Enrollment, 'type'>('type', {
  terminal: mapped(
    literal('terminal'),
    () => ({}),
    () => undefined,
  ),
  url: after(['url'], sequence<{ url: string }>({ url: name })),
  /** Only the word: the file is imported by a dialogue, never typed as configuration. */
  pkcs12: mapped(
    literal('pkcs12'),
    () => ({}) as never,
    () => undefined,
  ),
});

export const certTrustpoint = section<Trustpoint>({
  lead: 'crypto pki trustpoint',
  prompt: 'ca-trustpoint',
  key: byName,
  fields: {
    enrollment: line('enrollment', enrollment),
    subjectName: line('subject-name', rest),
    fqdn: line('fqdn', name),
    revocationCheck: line('revocation-check', list(oneOf('crl', 'ocsp', 'none')), { filled: ['crl'] }),
    rsaKeypair: line(
      'rsakeypair',
      sequence<NonNullable<Trustpoint['rsaKeypair']>>({ label: name, bits: integer(512, 4096) }, ['bits']),
    ),
  },
});

/** The device compares without regard to case and prints `cn = edge`, however it was typed. */
const canonicalName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s*=\s*/g, ' = ')
    .replace(/\s+/g, ' ')
    .trim();
type MapRule = NounOf<'certificate-map'>['rules'][number];

export const certificateMap = section<NounOf<'certificate-map'>>({
  lead: 'crypto pki certificate map',
  prompt: 'ca-certificate-map',
  key: sequence<{ name: string; sequence: number }>({ name, sequence: integer(1, 65535) }),
  fields: {
    sequence: inHeader,
    rules: lines(
      '',
      sequence<MapRule>({
        field: oneOf('subject-name', 'issuer-name', 'alt-subject-name'),
        operator: oneOf('eq', 'co', 'ne', 'nc'),
        value: mapped(rest, canonicalName, canonicalName),
      }),
    ),
  },
});
