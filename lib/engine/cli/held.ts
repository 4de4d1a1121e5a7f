import type { Held } from '../../contract/platform';
import type { Section } from '../../desired/cli/section';
import type { Node } from '../../desired/cli/tree';
import type { SecretBook } from '../../desired/item';
import type { readerOf } from './read';

/** Each secret of a file counts as the declared one: nobody can compare them without their values. */
const trusting: SecretBook = { judge: (marker) => marker, reveal: (text) => text };

/** What a configuration holds, as a session would read it of the device. */
export const heldBy = (roots: readonly Node[], read: ReturnType<typeof readerOf>): Held<Section> => ({
  beside: ({ items }) => {
    const wanted = new Map(items.map(({ content }) => [content.header, content]));
    return read(roots, trusting, (header) => wanted.get(header));
  },
});
