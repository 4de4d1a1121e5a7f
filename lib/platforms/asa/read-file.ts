import type { Held } from '../../contract/platform';
import type { Section } from '../../desired/cli/section';
import type { Node } from '../../desired/cli/tree';
import { heldBy } from '../../engine/cli/read-file';
import { normalize } from './normalize';

/** What a configuration file holds, which was read into these lines. */
export const held = (roots: readonly Node[]): Held<Section> => heldBy(roots, normalize);
