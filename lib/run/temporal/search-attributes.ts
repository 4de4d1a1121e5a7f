import { defineSearchAttributeKey, SearchAttributeType, type SearchAttributePair } from '@temporalio/common';
import type { RolloutState } from '../../rollout/state';
import { attributes, type RolloutPlace } from './terms';

const keys = {
  rollout: defineSearchAttributeKey(attributes.rollout.name, SearchAttributeType[attributes.rollout.type]),
  state: defineSearchAttributeKey(attributes.state.name, SearchAttributeType[attributes.state.type]),
  wave: defineSearchAttributeKey(attributes.wave.name, SearchAttributeType[attributes.wave.type]),
  faults: defineSearchAttributeKey(attributes.faults.name, SearchAttributeType[attributes.faults.type]),
} as const;

/** What a search finds a rollout by. */
export const attributesOf = (place: RolloutPlace, state: RolloutState): readonly SearchAttributePair[] => [
  { key: keys.rollout, value: `${place.stack}/${place.name}` },
  { key: keys.state, value: state.outcome ?? (state.paused ? 'paused' : 'under way') },
  { key: keys.wave, value: Math.min(state.wave + 1, state.waves.length) },
  { key: keys.faults, value: state.faulty.size },
];
