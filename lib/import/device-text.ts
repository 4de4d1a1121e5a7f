import { topological } from '../kernel/graph';
import { visible } from '../kernel/text';
import { catalogue, classNameOf } from '../model/construct-names';
import { addressOf, refsOf, type Ref } from '../model/noun';
import type { Kind } from '../model/nouns';
import { masked } from '../model/secret';
import type { Declared, DeviceObjects, LeftOut } from './declare';
import { idsOf, variablesOf, type Named } from './naming';
import { expression, quoted } from './source-text';

/** A device of which a program is written. */
export interface ImportedDevice {
  /** Its id in the stack, and the name of its file. */
  readonly id: string;
  /** Its variable. */
  readonly variable: string;
  readonly className: 'IosXeRouter' | 'AsaFirewall';
  readonly host: string;
  readonly release: string;
  /** Where its login is read from: `EDGE` for `EDGE_USERNAME` and `EDGE_PASSWORD`. */
  readonly login: string;
  /** The name of the file that was read. */
  readonly file: string;
  readonly objects: DeviceObjects;
  /** How many lines stay that no object has. */
  readonly otherLines: number;
}

/** Words of a device in a comment: one line, and nothing secret. */
const remark = (text: string): string => `// ${masked(visible(text).replace(/\s+/g, ' '))}`;

const sortedOf = (declared: readonly Declared[]): readonly Declared[] =>
  topological(
    declared,
    ({ kind, name }) => addressOf(kind, name),
    ({ props }) => refsOf(props).map((to) => addressOf(to.ref, to.name)),
  ).ordered;

const hasName = (kind: Kind): boolean => {
  const { singleton, derived = [] } = catalogue.get(kind)!;
  return singleton === undefined && !derived.includes('name');
};

const leftOutText = ({ kind, name, lines: [from, to], why }: LeftOut): readonly string[] => [
  remark(`${kind} ${name} (lines ${from} to ${to}) stays unmanaged: ${why}.`),
];

const namedOf = ({ declared, existing }: DeviceObjects): readonly Named[] => [
  ...declared,
  ...existing.map(({ ref, name }) => ({ kind: ref as Kind, name })),
];

/** The lines that declare the objects of a device, in the order in which they refer to each other. */
const statements = ({ objects, variable }: ImportedDevice): readonly string[] => {
  const { declared, existing } = objects;
  const all = namedOf(objects);
  const used = new Set(declared.flatMap(({ props }) => refsOf(props).map((to) => addressOf(to.ref, to.name))));
  const referred = all.filter(({ kind, name }) => used.has(addressOf(kind, name)));
  const [ids, variables] = [idsOf(all), variablesOf(referred, [variable, ...all.map(({ kind }) => classNameOf(kind))])];
  const variableOf = (to: Ref): string => variables.get(addressOf(to.ref, to.name))!;
  const head = (kind: Kind, name: string): string => {
    const own = variables.get(addressOf(kind, name));
    return own === undefined ? '' : `const ${own} = `;
  };
  const created = sortedOf(declared).map(({ kind, name, props }) => {
    const id = ids.get(addressOf(kind, name))!;
    const given = hasName(kind) && id !== name ? { name, ...props } : props;
    const last = Object.keys(given).length === 0 ? '' : `, ${expression(given, variableOf, 2)}`;
    return `${head(kind, name)}new ${classNameOf(kind)}(${variable}, ${quoted(id)}${last});`;
  });
  const looked = existing.map(({ ref, name }) => {
    const kind = ref as Kind;
    const id = quoted(ids.get(addressOf(kind, name))!);
    return `${head(kind, name)}${classNameOf(kind)}.fromExisting(${variable}, ${id}, ${quoted(name)});`;
  });
  return [...looked, ...created];
};

const importsOf = (device: ImportedDevice): string => {
  const secret = device.objects.variables.length > 0 ? ['Secret'] : [];
  const classes = namedOf(device.objects).map(({ kind }) => classNameOf(kind));
  const names = [...new Set([device.className, 'Login', ...secret, ...classes])].sort();
  return `import {\n${[...names, 'type Construct'].map((name) => `  ${name},\n`).join('')}} from 'tunnelwright';`;
};

/** The file of one device: a function that declares it. */
export const deviceText = (device: ImportedDevice): string => {
  const { id, variable, className, host, release, login, objects, file, otherLines } = device;
  const capital = variable.charAt(0).toUpperCase() + variable.slice(1);
  const variables = [`${login}_USERNAME`, `${login}_PASSWORD`, ...objects.variables];
  const settings = `{\n    host: ${quoted(host)},\n    release: ${quoted(release)},\n    login: Login.fromEnv(${quoted(login)}),\n  }`;
  const body = [
    '// The name or the address at which SSH reaches it: correct it where it is another.',
    `const ${variable} = new ${className}(scope, ${quoted(id)}, ${settings});`,
    '',
    ...statements(device),
    ...(objects.leftOut.length > 0 ? ['', ...objects.leftOut.flatMap(leftOutText)] : []),
    ...(otherLines === 0
      ? []
      : [
          '',
          `// ${otherLines} other lines of the file are no object of this program and stay as they are: tunnelwright inspect lists them.`,
        ]),
  ];
  return [
    remark(`Imported from ${file}. Environment variables that it reads:`),
    ...variables.map((name) => `//   ${name}`),
    importsOf(device),
    '',
    `/** What ${id} has. */`,
    `export const declare${capital} = (scope: Construct): void => {`,
    ...body.map((line) => (line === '' ? '' : `  ${line}`)),
    '};',
    '',
  ].join('\n');
};
