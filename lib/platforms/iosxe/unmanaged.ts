import type { KnownLines } from '../../desired/cli/known-lines';

/** Lines of IOS-XE that no noun covers, by what `inspect` tells them apart from unknown ones. */
export const unmanaged: KnownLines = {};
