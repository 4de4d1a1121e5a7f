import type { KnownLines } from '../../desired/cli/known-lines';
import { cryptoLines } from './known/crypto';
import { interfaceLines } from './known/interfaces';
import { readInPart, serviceLines } from './known/services';

/** Lines of IOS-XE that no noun covers, by what `inspect` tells them apart from unknown ones. */
export const unmanaged: KnownLines = { ...serviceLines, ...readInPart, ...cryptoLines, ...interfaceLines };
