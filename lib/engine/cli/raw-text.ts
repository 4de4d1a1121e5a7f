import { asItIs } from '../../desired/cli/entry';
import { section, statements, verbatim } from '../../desired/cli/forms';
import type { Found } from '../../desired/cli/lookup';
import type { PlainSyntax } from '../../desired/cli/syntax';
import { rest, sequence } from '../../desired/cli/words';
import { problem, type Problem } from '../../kernel/problem';
import type { Resource } from '../../model/network';
import { nouns, type Kind, type NounOf } from '../../model/nouns';
import type { Reading } from './read';

const atTop = 'lines at the top level';

/** Every line at the top level that no other grammar knows. */
export const rawConfig = (syntax: PlainSyntax) =>
  statements<NounOf<'raw-config'>>({ lead: '', as: atTop, fields: { lines: verbatim(syntax) } });

/** Every block that no other grammar knows, by its header. */
export const rawBlock = (syntax: PlainSyntax) =>
  section<NounOf<'raw-block'>>({
    lead: '',
    prompt: 'config',
    key: sequence<{ name: string }>({ name: rest }),
    fields: { lines: verbatim(syntax) },
  });

/** A line or a block that no noun knows is text, where raw configuration is declared for it; `isTitle`: what is no line. */
export const rawSections =
  (isTitle: (line: string) => boolean): NonNullable<Reading['other']> =>
  (root, wanted) => {
    const block = wanted(root.text);
    if (block !== undefined) return [{ ...block, entries: root.children.map(asItIs) }];
    const lines = wanted(atTop);
    return lines === undefined || root.children.length > 0 || isTitle(root.text)
      ? []
      : [{ ...lines, entries: [asItIs(root)] }];
  };

/** The top-level lines of raw configuration. */
const typed = ({ kind, noun }: Resource): readonly string[] => {
  if (kind === 'raw-block') return [(noun as NounOf<'raw-block'>).name];
  return kind === 'raw-config' ? (noun as NounOf<'raw-config'>).lines : [];
};

/** A line that a construct writes is refused as text: the two would take turns at it. */
export const knownRaw = (
  resources: readonly Resource[],
  nounOfLine: (text: string) => Found<Kind> | undefined,
): readonly Problem[] =>
  resources.flatMap((resource) =>
    typed(resource).flatMap((text) => {
      const found = nounOfLine(text);
      if (found === undefined) return [];
      const { title } = nouns[found.kind];
      return [
        problem(
          'raw.known',
          resource.path,
          `\`${text}\` is a line of the ${title}`,
          `write its construct (${found.kind})`,
        ),
      ];
    }),
  );
