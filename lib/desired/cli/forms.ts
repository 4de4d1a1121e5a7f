import type { Decisive } from './decisive';
import type {
  Blocks,
  DeviceFileGrammar,
  Fields,
  Flag,
  InOperation,
  Line,
  Lines,
  LinesOptions,
  OnHeaderLine,
  PartWords,
  Prefixed,
  Refused,
  SectionGrammar,
  StatementGrammar,
  StatementsGrammar,
  Submode,
  Through,
  Verbatim,
} from './grammar';
import type { PlainSyntax } from './syntax';
import type { Words } from './words';

// How a grammar is written down: the words of a lead are one text.

const split = (text: string): readonly string[] => text.split(' ').filter((part) => part !== '');

export const line = <T>(
  lead: string,
  words: Words<T>,
  options: Pick<
    Line<T>,
    | 'defaultOmitted'
    | 'absentMeansDefault'
    | 'defaultShown'
    | 'undoByLead'
    | 'restore'
    | 'undo'
    | 'also'
    | 'resets'
    | 'immutable'
    | 'last'
  > = {},
): Line<T> => ({
  form: 'line',
  lead: split(lead),
  words,
  ...options,
});
export const lines = <I>(
  lead: string,
  words: Words<I>,
  options: LinesOptions<I> = {},
): Lines<readonly I[]> & Lines<I[]> => ({
  form: 'lines',
  lead: split(lead),
  words: words,
  ...options,
});
export const flag = (lead: string, standard?: boolean): Flag => ({
  form: 'flag',
  lead: split(lead),
  ...(standard === undefined ? {} : { standard }),
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
export const verbatim = ({ comment, closers, leave }: PlainSyntax): Verbatim => ({
  form: 'verbatim',
  lead: [],
  syntax: { comment, closers, leave },
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
export const submode = <T extends object>(
  lead: string,
  prompt: string,
  fields: Fields<T>,
  options: Pick<Submode, 'head' | 'many' | 'shared' | 'immutable'> = {},
): Submode => ({ form: 'submode', lead: split(lead), prompt, fields: fields, ...options });
export const onHeaderLine: OnHeaderLine = { form: 'in-header' };
export const writtenAs = (as: string): OnHeaderLine => ({ form: 'in-header', as });
export const operation: InOperation = { form: 'operation' };
export const refused = (why: string): Refused => ({ form: 'refused', why });

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
  keyLast?: boolean;
  immutable?: boolean;
  folded?: Readonly<Record<string, string>>;
  refused?: { [F in keyof N]?: string };
  required?: readonly (keyof N)[];
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
  immutable?: boolean;
  builtIn?: readonly string[];
  through?: Through;
  decides?: Decisive;
  fields: Fields<N>;
}): StatementsGrammar<N> => ({
  form: 'statements',
  ...data,
  lead: split(data.lead),
});
export const heldFile = <N extends object>(
  at: (noun: N) => string,
  text: (noun: N) => string,
): DeviceFileGrammar<N> => ({
  form: 'file',
  lead: [],
  fields: {},
  at,
  text,
});
