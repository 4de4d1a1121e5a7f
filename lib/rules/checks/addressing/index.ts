import type { Rule } from '../../engine/rule';
import { poolOverlapsNetwork } from './pool-overlaps-network';
import { poolTooSmall } from './pool-too-small';
import { poolTranslated } from './pool-translated';
import { poolsOverlap } from './pools-overlap';

export const addressingRules: readonly Rule[] = [poolsOverlap, poolOverlapsNetwork, poolTooSmall, poolTranslated];
