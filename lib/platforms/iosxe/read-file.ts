import type { Held } from '../../contract/platform';
import type { Section } from '../../desired/cli/section';
import { heldBy } from '../../engine/cli/read-file';
import { rootsOf } from './inspect';
import { normalize } from './normalize';

/** What a configuration file holds. */
export const held = (text: string): Held<Section> => heldBy(rootsOf(text), normalize);
