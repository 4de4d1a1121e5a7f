import type {
  Fields,
  HeldFileGrammar,
  PartWords,
  SectionGrammar,
  StatementGrammar,
  StatementsGrammar,
  Through,
} from './grammar';

/** How a grammar is written down: the words of its lead as one text. */
const split = (text: string): readonly string[] => text.split(' ').filter((part) => part !== '');

type SectionData<N extends object> = Omit<SectionGrammar<N>, 'form' | 'lead' | 'extent'> & {
  lead: string;
  extent?: 'whole' | 'lines';
};
export const section = <N extends object>(data: SectionData<N>): SectionGrammar<N> => ({
  form: 'section',
  extent: 'whole',
  ...data,
  lead: split(data.lead),
});
export const statement = <N extends object>(data: {
  lead: string;
  words: PartWords<N>;
  args?: PartWords<N>;
  retype?: boolean;
  sealed?: boolean;
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
  standing?: readonly string[];
  through?: Through;
  fields: Fields<N>;
}): StatementsGrammar<N> => ({
  form: 'statements',
  ...data,
  lead: split(data.lead),
});
export const heldFile = <N extends object>(at: (noun: N) => string, text: (noun: N) => string): HeldFileGrammar<N> => ({
  form: 'file',
  lead: [],
  fields: {},
  at,
  text,
});
