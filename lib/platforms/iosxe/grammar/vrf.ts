import { blocks, onHeaderLine, line, lines, section } from '../../../desired/cli/forms';
import type { Fields } from '../../../desired/cli/grammar';
import { name, rest } from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';
import { byName } from './words';

type Family = NounOf<'vrf'>['addressFamilies'][number];
const family: Fields<Family> = {
  family: onHeaderLine,
  exports: lines('route-target export', name),
  imports: lines('route-target import', name),
};

/** The device prints `exit-address-family` behind a family; `exit` leaves it as well. */
export const vrf = section<NounOf<'vrf'>>({
  lead: 'vrf definition',
  prompt: 'config-vrf',
  key: byName,
  fields: {
    description: line('description', rest),
    rd: line('rd', name),
    exports: lines('route-target export', name),
    imports: lines('route-target import', name),
    addressFamilies: blocks<Family>('address-family', 'family', 'config-vrf-af', family),
  },
});
