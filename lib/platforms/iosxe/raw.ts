import { problem, type Problem } from '../../kernel/problem';
import type { Resource } from '../../model/network';
import { nouns, type NounOf } from '../../model/nouns';
import { nounOfLine } from './grammar/lookup';
import { withNumberedLists } from './numbered-lists';

/** The top-level lines of raw configuration. */
const typed = ({ kind, noun }: Resource): readonly string[] => {
  if (kind === 'raw-block') return [(noun as NounOf<'raw-block'>).name];
  return kind === 'raw-config' ? (noun as NounOf<'raw-config'>).lines : [];
};

/** A line that a construct writes is refused as text: the two would take turns at it. */
export const knownRaw = (resources: readonly Resource[]): readonly Problem[] =>
  resources.flatMap((resource) =>
    typed(resource).flatMap((text) => {
      const [node] = withNumberedLists([{ text, children: [], line: 1 }]);
      const found = nounOfLine(node!.text);
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
