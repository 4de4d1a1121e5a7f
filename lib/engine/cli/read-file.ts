import type { Held } from '../../contract/platform';
import type { Section } from '../../desired/cli/section';
import type { Node } from '../../desired/cli/tree';
import type { SecretBook } from '../../desired/item';
import { otherSecret } from '../../model/secret';
import type { readerOf } from './read';

/** Types of one-way hashes: IOS-XE `secret 5`, `8`, `9` and the withdrawn `4`. */
const hashes: readonly (number | undefined)[] = [4, 5, 8, 9];

/**
 * A secret of a file counts as the declared one, whose value is not asked. Not a hash: a first plan on the device could not
 * tell that it is the same, and would set it.
 */
const trusting: SecretBook = {
  judge: (marker, shown) => (hashes.includes(shown?.type) ? otherSecret : marker),
  reveal: (text) => text,
};

/** What a configuration holds, as a session would read it of the device. */
export const heldBy = (roots: readonly Node[], read: ReturnType<typeof readerOf>): Held<Section> => ({
  beside: ({ items }) => {
    const wanted = new Map(items.map(({ content }) => [content.header, content]));
    return read(roots, trusting, (header) => wanted.get(header), true);
  },
});
