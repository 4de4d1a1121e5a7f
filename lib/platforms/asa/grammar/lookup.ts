import { lookupIn } from '../../../desired/cli/lookup';
import type { Kind } from '../../../model/nouns';
import { grammar } from '.';

export const lookup = lookupIn<Kind>(grammar);
