import type { Through } from '../../desired/cli/grammar';
import type { NounOf } from '../../model/nouns';

/** Rules without a sequence are the only alternative, as every device with a command line writes them. */
export const inAlternatives: Through = {
  lines: (noun) => {
    const { name, sequence = 10, rules = [], alternatives } = noun as unknown as NounOf<'certificate-map'>;
    return { name, alternatives: alternatives ?? [{ sequence, rules }] };
  },
  noun: (lines) => lines,
};
