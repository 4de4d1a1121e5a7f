import type { Rule } from '../../engine/rule';
import { nowhere } from './dangling-reference';
import { localPolicy } from './local-policy';
import { unused } from './unused';
import { missingVrf } from './vrf';
import { wrongKind } from './wrong-kind';

export const referencesRules: readonly Rule[] = [nowhere, wrongKind, unused, localPolicy, missingVrf];
