import { namedTypes, type NamedType } from '../api/named';
import { docComment, fieldComment, notice } from './comment';
import type { NounDocs } from './docs';
import { noUses, structureText, type Uses } from './types';

/** The areas in which types have names. */
export const typeAreas: readonly string[] = [...new Set(namedTypes.map(({ area }) => area))].sort();

/** What is imported of the model for the types of a file. */
export const modelImports = ({ kinds, secret }: Uses): readonly string[] => [
  ...(kinds.size > 0 ? ["import type { Reference } from '../../../lib/model/noun';"] : []),
  ...(secret ? ["import type { SecretRef } from '../../../lib/model/secret';"] : []),
];

/** The imports of named types into a file of an area. */
export const namedImports = ({ types }: Uses, area: string): readonly string[] =>
  typeAreas.flatMap((from) => {
    const names = [...types].filter((type) => type.area === from).map(({ name }) => name);
    if (names.length === 0) return [];
    return [`import type { ${names.sort().join(', ')} } from '${from === area ? './types' : `../${from}/types`}';`];
  });

const declared = (type: NamedType, docs: NounDocs, uses: Uses): string => {
  const text = structureText(
    type.schema,
    [],
    (path, field) => fieldComment(docs.ofType(type, path), field, undefined, []),
    uses,
  );
  const head = docComment([docs.ofType(type, []).replace(/\s*\n\s*/g, ' ')]);
  return type.schema.def.type === 'object'
    ? `${head}export interface ${type.name} ${text}`
    : `${head}export type ${type.name} = ${text};`;
};

/** The file of each area that declares its named types. */
export const typePages = (docs: NounDocs): readonly { readonly file: string; readonly text: string }[] =>
  typeAreas.map((area) => {
    const uses = noUses();
    const all = namedTypes.filter((type) => type.area === area).map((type) => declared(type, docs, uses));
    const others = { ...uses, types: new Set([...uses.types].filter((type) => type.area !== area)) };
    const imports = [...modelImports(uses), ...namedImports(others, area)].join('\n');
    return {
      file: `constructs/generated/${area}/types.ts`,
      text: [notice, ...(imports === '' ? [] : [imports]), ...all].join('\n\n') + '\n',
    };
  });
