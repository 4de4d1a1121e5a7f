import type { Desired } from '../../desired/item';
import { misplaced } from '../../desired/objections';
import type { TextFile } from '../../desired/text/dialect';
import { problem, type Problem } from '../../kernel/problem';
import type { Resource } from '../../model/network';
import { addressOf } from '../../model/noun';
import { nouns } from '../../model/nouns';
import { secretsOf } from '../../model/secret';
import { grammarOf } from './grammar';

const titleOf = ({ kind, name }: Resource): string => `${nouns[kind].title} ${name}`;

const twice = (files: readonly { readonly resource: Resource; readonly content: TextFile }[]): readonly Problem[] =>
  files.flatMap(({ resource, content }, i) => {
    const before = files.slice(0, i).find((other) => other.content.name.toLowerCase() === content.name.toLowerCase());
    return before === undefined
      ? []
      : [
          problem(
            'file.twice',
            resource.path,
            `writes ${content.name}, which ${before.resource.path} writes too`,
            'give one of them another name, or a folder of its own: another ClientFiles',
          ),
        ];
  });

/** The nouns of one folder as files. */
export const lowerFiles = (
  resources: readonly Resource[],
): { readonly desired: Desired<TextFile>; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const files = resources.flatMap((resource) => {
    const grammar = grammarOf(resource.kind);
    problems.push(...misplaced(resource, undefined, 'a folder of client files'));
    if (grammar.form === 'file')
      return [{ resource, content: { ...grammar.write(resource.noun), title: titleOf(resource) } }];
    const message = `a folder of client files has no ${nouns[resource.kind].title}`;
    problems.push(problem('noun.unsupported', resource.path, message, grammar.why));
    return [];
  });
  problems.push(...twice(files));
  const items = files.map(({ resource: { kind, name, path }, content }) => ({
    address: addressOf(kind, name),
    kind,
    name,
    path,
    refs: [],
    content,
  }));
  return { desired: { items, externals: [], secrets: secretsOf(resources.map(({ noun }) => noun)) }, problems };
};
