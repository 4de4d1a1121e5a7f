import { section, statements, verbatim } from '../../../desired/cli/forms';
import { rest, sequence } from '../../../desired/cli/words';
import type { NounOf } from '../../../model/nouns';
import { syntax } from '../syntax';

/** Every line at the top level that no other grammar knows. */
export const rawConfig = statements<NounOf<'raw-config'>>({
  lead: '',
  as: 'lines at the top level',
  fields: { lines: verbatim(syntax) },
});

/** Every block that no other grammar knows, by its header. */
export const rawBlock = section<NounOf<'raw-block'>>({
  lead: '',
  prompt: 'config',
  key: sequence<{ name: string }>({ name: rest }),
  fields: { lines: verbatim(syntax) },
});
