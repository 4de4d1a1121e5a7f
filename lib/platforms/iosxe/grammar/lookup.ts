import { lookupIn, type Found as FoundOf } from '../../../desired/cli/lookup';
import type { Kind } from '../../../model/nouns';
import { grammar } from '.';

export type Found = FoundOf<Kind>;
export const lookup = lookupIn<Kind>(grammar);
export const { oneLine, nounOfLine } = lookup;
