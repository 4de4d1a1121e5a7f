import type { Rule } from '../../engine/rule';
import { incompleteEntry } from './incomplete-entry';
import { peerWithoutGroup } from './peer-without-group';
import { shadowedEntry } from './shadowed-entry';

export const cryptoMapsRules: readonly Rule[] = [peerWithoutGroup, incompleteEntry, shadowedEntry];
