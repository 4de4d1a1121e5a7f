import { restDialect, type RestStep } from '../../lib/desired/rest/dialect';
import { lowerRest } from '../../lib/desired/rest/lower';
import { nameOf } from '../../lib/model/noun';
import { nouns, type Kind, type NounOf } from '../../lib/model/nouns';
import type { Problem } from '../../lib/kernel/problem';
import { grammarOf } from '../../lib/platforms/fmc/grammar';
import { fmcSurroundings } from './arbitraries';

/** The requests that create one noun, and those of all that it stands among. */
export const requestsFor = (
  kind: Kind,
  noun: NounOf<Kind>,
  proposal?: NounOf<'ikev2-proposal'>,
  version?: string,
): { readonly requests: readonly RestStep[]; readonly problems: readonly Problem[] } => {
  const name = nameOf(nouns[kind], noun);
  const around = fmcSurroundings
    .filter((one) => !(one.kind === kind && one.name === name))
    .map((one) => (proposal !== undefined && one.kind === 'ikev2-proposal' ? { ...one, noun: proposal } : one));
  const own = { kind, name, path: 'stack/fmc/x', noun: noun as never };
  const { desired, problems } = lowerRest([...around, own], grammarOf, 'the FMC', version);
  return { requests: desired.items.flatMap((item) => restDialect.steps(undefined, item.content)), problems };
};
