import { isNamedByUser, isOnFirewall, type Noun } from '../../lib/model/noun';
import { nouns, type Kind } from '../../lib/model/nouns';
import { shapeOf, type Shape } from '../api/schema';
import { writingsOf, type Writing } from '../api/platforms';
import { catalogue, classNameOf, isExtended, whyNotLookedUp, type Entry } from '../../lib/model/construct-names';
import { docComment, fieldComment, notice } from './comment';
import type { NounDocs } from './docs';
import { modelImports, namedImports, typeAreas } from './named';
import { kindOfRef, membersOf, noUses, type Uses } from './types';

/** What a class says of itself: the noun's own words, and what each platform that has it writes. */
const classComment = (doc: string, writings: readonly Writing[]): string =>
  docComment([
    ...doc.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ')),
    ...writings.filter(({ has }) => has).map(({ title, whole }) => `${title}: ${whole}.`),
  ]);

/** The fields that a user writes; `name` stands beside them where it is free. */
const propsShape = (kind: Kind, { derived = [] }: Entry): Shape => {
  const placed = isOnFirewall(nouns[kind]) ? ['device'] : [];
  return Object.fromEntries(
    Object.entries(shapeOf(nouns[kind].schema)!).filter(([name]) => !['name', ...placed, ...derived].includes(name)),
  );
};

const nameProp = (kind: Kind, docs: NounDocs): string =>
  !isNamedByUser(nouns[kind])
    ? ''
    : `${docComment([
        docs.of(kind, ['name']).replace(/\s*\n\s*/g, ' ') || 'Name on the device.',
        nouns[kind].identity === 'id'
          ? "@default the construct's id"
          : "@default the construct's id; inside a composite its path below the stack, joined with `-`",
      ])}readonly name?: string;\n`;

const propsInterface = (kind: Kind, entry: Entry, docs: NounDocs, uses: Uses): string => {
  const writings = writingsOf(kind);
  const members = membersOf(
    propsShape(kind, entry),
    [],
    (path, field) => fieldComment(docs.of(kind, path), field, path.length === 1 ? path[0] : undefined, writings),
    uses,
  );
  const name = `${classNameOf(kind)}${isExtended(kind) ? 'Fields' : 'Props'}`;
  return `/** Props of \`${classNameOf(kind)}\`. */
export interface ${name}${isExtended(kind) && (entry.derived ?? []).includes('device') ? '' : ' extends Placed'} {\n${nameProp(kind, docs)}${members}\n}`;
};

/** Whether nothing has to be written for it. */
const needsNothing = (kind: Kind, entry: Entry): boolean =>
  Object.values(propsShape(kind, entry)).every((field) => field.safeParse(undefined).success);

/** What names one that is there already: its name, or the only text that its name is made of; and its parent. */
const existingText = (kind: Kind): string => {
  const { within, identity } = nouns[kind] as Noun;
  const parts = Array.isArray(identity) ? (identity as readonly string[]) : [];
  const name = parts.length === 1 ? parts[0]! : 'name';
  const parent = within === undefined || within === 'device' ? undefined : within;
  const of = parent && kindOfRef(shapeOf(nouns[kind].schema)![parent]!);
  const meaning =
    'One that is on the device and that this program does not manage: it is referred to, never written, and must be there.';
  const comment =
    parts.length > 1
      ? docComment([meaning, `\`name\`: its ${parts.join(' and ')}, \`${parts.join('/')}\`.`])
      : `/** ${meaning} */\n  `;
  const keys = (nouns[kind] as Noun).carries ?? [];
  const types = keys.map((field) => `, ${field}: ${classNameOf(kind)}Props['${field}']`).join('');
  const more = `${parent ? `, ${parent}: Reference<'${of}'>` : ''}${types}`;
  const rest = [...(parent ? [`within: ${parent}`] : []), ...(keys.length > 0 ? [`key: { ${keys.join(', ')} }`] : [])];
  return `
  ${comment}static fromExisting(scope: Construct, id: string, ${name}: string${more}): I${classNameOf(kind)} {
    return new ExistingObject(scope, id, '${kind}', ${name}${rest.length > 0 ? `, { ${rest.join(', ')} }` : ''});
  }
`;
};

const classText = (kind: Kind, entry: Entry, docs: NounDocs): string => {
  const name = classNameOf(kind);
  return `${classComment(docs.of(kind, []), writingsOf(kind))}export class ${name} extends DeviceObject<'${kind}', ${name}Props> implements I${name} {${whyNotLookedUp(kind) === undefined ? existingText(kind) : ''}
  constructor(scope: Construct, id: string, props: ${name}Props${needsNothing(kind, entry) ? ' = {}' : ''}) {
    super(scope, id, '${kind}', () => props);
  }
}`;
};

const lookedUpText = (kind: Kind, docs: NounDocs): string => {
  const name = classNameOf(kind);
  return `${classComment(docs.of(kind, []), writingsOf(kind))}export class ${name} extends ExistingObject<'${kind}'> implements I${name} {
  private constructor(scope: Construct, id: string, name: string) {
    super(scope, id, '${kind}', name);
  }

  /** The one of this name. It must be there; the device is asked at plan. */
  static fromExisting(scope: Construct, id: string, name: string): I${name} {
    return new ${name}(scope, id, name);
  }
}`;
};

const lookedUpPage = (kind: Kind, docs: NounDocs): string =>
  [
    notice,
    "import type { Construct } from 'constructs';\nimport { ExistingObject } from '../../core/device-object';\n" +
      `import type { I${classNameOf(kind)} } from '../references';`,
    lookedUpText(kind, docs),
  ].join('\n\n') + '\n';
const fileOf = (kind: Kind, { area }: Entry): string => `constructs/generated/${area}/${kind}.ts`;

/** The file of one kind: its props, and its class where that is not written by hand. */
export const pageOf = (kind: Kind, docs: NounDocs): { readonly file: string; readonly text: string } => {
  const entry = catalogue.get(kind)!;
  const name = classNameOf(kind);
  if (entry.lookedUp) return { file: fileOf(kind, entry), text: lookedUpPage(kind, docs) };
  const uses = noUses();
  const props = propsInterface(kind, entry, docs, uses);
  const core = entry.custom
    ? props.includes(' extends Placed')
      ? ['type Placed']
      : []
    : ['DeviceObject', ...(whyNotLookedUp(kind) === undefined ? ['ExistingObject'] : []), 'type Placed'];
  const fromConstructs = [
    ...(entry.custom ? [] : ['Construct']),
    ...(props.includes('IConstruct') ? ['IConstruct'] : []),
  ];
  const imports = [
    ...(fromConstructs.length > 0 ? [`import type { ${fromConstructs.join(', ')} } from 'constructs';`] : []),
    ...modelImports(uses),
    ...(core.length === 0 ? [] : [`import { ${core.join(', ')} } from '../../core/device-object';`]),
    ...(entry.custom ? [] : [`import type { I${name} } from '../references';`]),
    ...namedImports(uses, entry.area),
  ];
  const body = entry.custom ? [props] : [props, classText(kind, entry, docs)];
  return {
    file: fileOf(kind, entry),
    text: [notice, imports.join('\n'), ...body].join('\n\n') + '\n',
  };
};

/** What a prop takes of each kind: the construct, or one that is there already. */
export const referencesText = (): string =>
  [
    notice,
    "import type { IConstruct } from 'constructs';\nimport type { Referable } from '../../lib/model/noun';",
    ...[...catalogue.keys()].map((kind) => {
      const name = classNameOf(kind);
      return `/** A ${nouns[kind].title}: the construct \`${name}\`, or \`${name}.fromExisting\`. */\nexport interface I${name} extends IConstruct, Referable<'${kind}'> {}`;
    }),
  ].join('\n\n') + '\n';

export const indexText = (): string =>
  [
    notice,
    "export type * from './references';\n" +
      typeAreas.map((area) => `export type * from './${area}/types';\n`).join('') +
      [...catalogue]
        .filter(([kind]) => !isExtended(kind))
        .map(([kind, { area, custom, lookedUp }]) => {
          const from = ` from './${area}/${kind}';`;
          // By name, so that a module is loaded when its class is asked for: `scripts/lazy-entry.ts`.
          const theClass = `export { ${classNameOf(kind)} }${from}`;
          const types = `export type *${from}`;
          return custom ? types : lookedUp ? theClass : `${theClass}\n${types}`;
        })
        .sort()
        .join('\n'),
  ].join('\n\n') + '\n';
