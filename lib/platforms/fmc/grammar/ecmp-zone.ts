import { field, outsideBody, same, setOf, type RestGrammar, type Written } from '../../../desired/rest/grammar';
import type { Json } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';
import { faceFrom, faceOf } from './endpoint';
import { under } from './interfaces';
import { reference } from './reference';

type Zone = NounOf<'ftd-ecmp-zone'>;
const canonical = setOf(reference('tunnel-interface')).canonical!;
const interfaces: Written<Zone['interfaces']> = {
  form: 'written',
  leaves: [{ part: '', at: 'interfaces', canonical }],
  write: (faces, look, noun) => [canonical(faces.map((face) => faceOf(face, look, noun as Zone)))],
  read: ([json]) => {
    const all = ((json ?? []) as readonly Json[]).map((one) => faceFrom<Zone['interfaces'][number]>(one));
    return all.length < 2 || all.includes(undefined) ? undefined : (all as Zone['interfaces']);
  },
};

/** Type and members as Cisco's Ansible collection sends them: the specification in hand has no routing of this kind. */
export const ftdEcmpZone: RestGrammar<Zone> = {
  form: 'object',
  collection: (zone) => under(zone, 'routing/ecmpzones'),
  key: 'ecmpzones',
  type: 'ecmpzones',
  fixed: () => ({ '': { type: 'ecmpzones' } }),
  fields: {
    device: outsideBody,
    description: field('description', { ...same<string>(), canonical: (json) => String(json).trim() }, { absent: '' }),
    interfaces,
  },
};
