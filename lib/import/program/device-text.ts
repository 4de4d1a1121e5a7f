import { visible } from '../../kernel/text';
import { classNameOf, methodOf } from '../../model/construct-names';
import { addressOf, identify, isOnFirewall, isRef, refsOf, type Ref } from '../../model/noun';
import { nouns, type Kind } from '../../model/nouns';
import { groupBy } from '../../kernel/group';
import { masked } from '../../model/secret';
import { titleOf, type DeviceObjects } from '../read/declare';
import type { Declared, LeftOut } from '../read/judge';
import { loginText, loginVariables, type ImportedDevice } from '../read/imported-device';
import { idsOf, variablesOf, type Named } from '../text/naming';
import { areaOf, byArea, inOrder } from './order';
import { accessClasses, accessText, noAccessText } from '../remote-access/access-text';
import { remarkText, type Remark } from '../site-to-site/remarks';
import type { AccessCandidate, NoAccess } from '../remote-access/access-candidate';
import { callWith, comment, expression, quoted } from '../text/source-text';

/** Blanks before the lines of the function that declares a device. */
const indent = 2;

/** Words in a comment, on one line: those of a device are without its secrets already. */
const remark = (text: string): readonly string[] => comment(visible(text).replace(/\s+/g, ' '), indent);

/** Whether its fields do not say what it is called. */
const hasName = ({ kind, props }: Declared): boolean => identify(nouns[kind], props) === undefined;

/** Where it stands in a file; a service has no lines. */
const linesText = ([from, to]: readonly [number, number]): string => {
  if (from === 0) return '';
  return from === to ? `, line ${from}` : `, lines ${from}-${to}`;
};

const leftOutText = (each: LeftOut): readonly string[] =>
  remark(`Not managed: ${masked(titleOf(each))}${linesText(each.lines)}: ${each.why}.`);

const namedOf = ({ declared, existing }: DeviceObjects): readonly Named[] => [
  ...declared,
  ...existing.map(({ ref, name }) => ({ kind: ref as Kind, name, address: addressOf(ref, name) })),
];

const kindsOf = (all: readonly Named[]): readonly Kind[] => [...new Set(all.map(({ kind }) => kind))];

/** What is written of a device beside its objects: its groups of users of level 2, and why others are none. */
export interface Beside {
  readonly accesses: readonly AccessCandidate[];
  readonly noAccess: readonly NoAccess[];
  /** What lint finds of its objects. */
  readonly remarks: readonly Remark[];
}

interface Part {
  readonly area: string;
  readonly lines: readonly string[];
}

/** What objects are called in the program. */
interface Names {
  readonly ids: ReadonlyMap<string, string>;
  readonly variables: ReadonlyMap<string, string>;
  /** Objects that are referred to before they are declared. */
  readonly forward: ReadonlySet<string>;
}

const namesOf = ({ objects, variable }: ImportedDevice, forward: ReadonlySet<string>, { accesses }: Beside): Names => {
  const all = namedOf(objects);
  const used = new Set([
    ...objects.declared.flatMap(({ targets }) => targets),
    ...accesses.flatMap(({ props }) => refsOf(props)).map((to) => addressOf(to.ref, to.name)),
  ]);
  const referred = all.filter(({ address }) => used.has(address));
  const own = accesses.flatMap(accessClasses);
  const variables = variablesOf(referred, [variable, ...own, ...kindsOf(all).map(classNameOf)]);
  return { ids: idsOf(all), variables, forward };
};

/** What stays of it though it is declared. */
const staysText = ({ name, own, stays = [] }: Declared): readonly string[] =>
  stays.length === 0 ? [] : remark(`${own ?? name} also has, not managed: ${stays.join('; ')}.`);

/** The firewall that it is placed on, which is its scope, and what its construct is given. */
const placed = ({ kind, props }: Declared): { readonly on?: Ref; readonly given: Declared['props'] } => {
  if (!isOnFirewall(nouns[kind])) return { given: props };
  const { device, ...given } = props;
  return isRef(device) ? { on: device, given } : { given: props };
};

const declaration = (device: string, each: Declared, names: Names): readonly string[] => {
  const { kind, name, address, own: called = name, raw } = each;
  const { on, given: props } = placed(each);
  const scope = on === undefined ? device : names.variables.get(addressOf(on.ref, on.name))!;
  const [id, own] = [names.ids.get(address)!, names.variables.get(address)];
  const given = hasName(each) && id !== called ? { name: called, ...props } : props;
  const lead = own === undefined || names.forward.has(address) ? '' : `const ${own} = `;
  const start = `${lead}new ${classNameOf(kind)}(${scope}, ${quoted(id)}`;
  const behind = raw === undefined ? 2 : '.addRawLines('.length + 1;
  const variableOf = (to: Ref): string => names.variables.get(addressOf(to.ref, to.name))!;
  const text = expression(given, variableOf, { indent, before: start.length + 2, behind });
  const call = Object.keys(given).length === 0 ? `${start})` : `${start}, ${text})`;
  return [...staysText(each), `${raw === undefined ? call : callWith(`${call}.addRawLines`, raw.lines, indent)};`];
};

/** References to what is not declared yet, or not by this program. */
const handles = (
  device: string,
  { existing }: DeviceObjects,
  { ids, variables, forward }: Names,
): readonly string[] => [
  ...existing.map(({ ref, name, key = {} }) => {
    const [kind, address] = [ref as Kind, addressOf(ref, name)];
    const method = methodOf(kind);
    const found =
      method === undefined
        ? `${classNameOf(kind)}.fromExisting(${device}, ${[ids.get(address)!, name, ...Object.values(key).map(String)].map(quoted).join(', ')})`
        : `${device}.${method}(${quoted(name)})`;
    return `const ${variables.get(address)!} = ${found};`;
  }),
  ...[...forward].flatMap((address) => {
    const [kind, name] = [address.slice(0, address.indexOf('/')), address.slice(address.indexOf('/') + 1)];
    const text = `{ ref: ${quoted(kind)}, name: ${quoted(name)} } as const`;
    return ['// Declared below: it refers back to what refers to it.', `const ${variables.get(address)!} = ${text};`];
  }),
];

/** The lines that declare the objects of a device, by area; beside them what of the area stays unmanaged. */
const statements = (device: ImportedDevice, beside: Beside): readonly string[] => {
  const { objects, variable } = device;
  const { ordered, forward } = inOrder(objects.declared);
  const names = namesOf(device, forward, beside);
  const remarks = groupBy(beside.remarks, ({ address }) => address);
  const created = ordered.map((each): Part => {
    const found = remarks.get(each.address) ?? [];
    const lines = [...found.flatMap((of) => remarkText(of, indent)), ...declaration(variable, each, names)];
    return { area: areaOf(each.kind), lines };
  });
  const left = groupBy(
    byArea(objects.leftOut).map((each): Part => ({ area: areaOf(each.kind), lines: leftOutText(each) })),
    ({ area }) => area,
  );
  const ends = new Map(created.map(({ area }, at) => [area, at]));
  const behind = ({ area }: Part, at: number): readonly Part[] => (ends.get(area) === at ? (left.get(area) ?? []) : []);
  const apart = [...left].flatMap(([area, those]) => (ends.has(area) ? [] : those));
  const first: Part = { area: '', lines: handles(variable, objects, names) };
  const variableOf = (to: Ref): string => names.variables.get(addressOf(to.ref, to.name))!;
  const last = [
    ...beside.accesses.map((each) => accessText(each, variableOf)),
    ...beside.noAccess.map(noAccessText),
  ].map((lines): Part => ({ area: 'users', lines }));
  return [first, ...created.flatMap((each, at) => [each, ...behind(each, at)]), ...apart, ...last]
    .filter(({ lines }) => lines.length > 0)
    .flatMap(({ area, lines }, at, all) => (at > 0 && area !== all[at - 1]!.area ? ['', ...lines] : lines));
};

const importsOf = (device: ImportedDevice, { accesses }: Beside): string => {
  const secret = device.objects.variables.length > 0 || device.keys !== undefined ? ['Secret'] : [];
  const login = device.keys === undefined ? ['Login'] : [];
  const level2 = accesses.flatMap(accessClasses);
  const classes = kindsOf(namedOf(device.objects)).flatMap((kind) =>
    methodOf(kind) === undefined ? [classNameOf(kind)] : [],
  );
  const names = [...new Set([device.className, ...login, ...secret, ...classes, ...level2])].sort();
  const all = [...names, 'type Construct'];
  const short = `import { ${all.join(', ')} } from 'tunnelwright';`;
  return short.length <= 120 ? short : `import {\n${all.map((name) => `  ${name},\n`).join('')}} from 'tunnelwright';`;
};

const othersText = (count: number): readonly string[] => {
  if (count === 0) return [];
  const [lines, stay] = count === 1 ? ['1 other line', 'belongs'] : [`${count} other lines`, 'belong'];
  return [
    '',
    ...remark(
      `${lines} of the file ${stay} to no object of this program and ${count === 1 ? 'stays as it is' : 'stay as they are'}.`,
    ),
  ];
};

const givenText = (given: readonly string[]): readonly string[] =>
  given.length === 0 ? [] : ['', ...remark(`There from the beginning, and not declared: ${given.join(', ')}.`)];

const spaced = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', ...lines]);

/** The file of one device: a function that declares it, and gives it where others refer to it. */
export const deviceText = (device: ImportedDevice, isUsed: boolean, beside: Beside): string => {
  const { id, variable, className, objects, file, otherLines, hint, given: ownOnes = [] } = device;
  const capital = variable.charAt(0).toUpperCase() + variable.slice(1);
  const variables = [...loginVariables(device), ...objects.variables];
  const start = `const ${variable} = new ${className}(scope, ${quoted(id)}, `;
  const given = Object.entries(device.settings).map(([key, value]) => `${key}: ${quoted(value)}`);
  const settings = [...given, ...loginText(device)];
  const short = `${start}{ ${settings.join(', ')} });`;
  const body = [
    ...(hint === undefined ? [] : remark(hint)),
    ...(short.length + indent <= 120 ? [short] : [`${start}{`, ...settings.map((each) => `  ${each},`), '});']),
    ...spaced(statements(device, beside)),
    ...othersText(otherLines),
    ...givenText(ownOnes),
    ...(isUsed ? ['', `return ${variable};`] : []),
  ];
  return [
    ...remark(`Imported from ${masked(file)}. It reads these environment variables:`),
    ...variables.map((name) => `//   ${name}`),
    importsOf(device, beside),
    '',
    `/** What ${id} has. */`,
    `export const declare${capital} = (scope: Construct): ${isUsed ? className : 'void'} => {`,
    ...body.map((line) => (line === '' ? '' : `  ${line}`)),
    '};',
    '',
  ].join('\n');
};
