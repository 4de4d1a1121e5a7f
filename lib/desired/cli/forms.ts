import type { Decisive } from './decisive';
import type {
  Blocks,
  Fields,
  Prefixed,
  DeviceFileGrammar,
  PartWords,
  SectionGrammar,
  StatementGrammar,
  StatementsGrammar,
  Through,
} from './grammar';
import type { Words } from './words';

/** How a grammar is written down: the words of its lead as one text. */
const split = (text: string): readonly string[] => text.split(' ').filter((part) => part !== '');

type SectionData<N extends object> = Omit<SectionGrammar<N>, 'form' | 'lead' | 'ownership'> & {
  lead: string;
  ownership?: 'exclusive' | 'lines';
};
export const section = <N extends object>(data: SectionData<N>): SectionGrammar<N> => ({
  form: 'section',
  ownership: 'exclusive',
  ...data,
  lead: split(data.lead),
});
export const statement = <N extends object>(data: {
  lead: string;
  words: PartWords<N>;
  args?: PartWords<N>;
  retype?: boolean;
  immutable?: boolean;
  folded?: Readonly<Record<string, string>>;
  refused?: { [F in keyof N]?: string };
}): StatementGrammar<N> => ({
  form: 'statement',
  ...data,
  lead: split(data.lead),
});
export const statements = <N extends object>(data: {
  lead: string;
  as?: string;
  key?: PartWords<N>;
  clear?: string;
  builtIn?: readonly string[];
  whole?: 'all' | 'headers';
  through?: Through;
  decides?: Decisive;
  fields: Fields<N>;
}): StatementsGrammar<N> => ({
  form: 'statements',
  ...data,
  lead: split(data.lead),
});
export const deviceFile = <N extends object>(
  at: (noun: N) => string,
  text: (noun: N) => string,
): DeviceFileGrammar<N> => ({
  form: 'file',
  lead: [],
  fields: {},
  at,
  text,
});

export const prefixed = <I extends object>(
  lead: string,
  key: keyof I & string,
  words: Words<never>,
  fields: Fields<I>,
): Prefixed<I[]> => ({
  form: 'prefixed',
  lead: split(lead),
  key,
  words: words,
  fields,
});
export const blocks = <I extends object>(
  lead: string,
  key: keyof I & string,
  prompt: string,
  fields: Fields<I>,
  words?: Words<never>,
): Blocks<I[]> => ({
  form: 'blocks',
  lead: split(lead),
  key,
  prompt,
  fields,
  ...(words ? { words } : {}),
});
