/** The programs in the written pages, as files that a compiler reads. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '../..');

/** A block of TypeScript in a page. */
export interface Block {
  readonly page: string;
  /** From 1. */
  readonly number: number;
  /** The line of the page that it begins after, from 1. */
  readonly line: number;
  readonly text: string;
}

/** What a block leaves out because the page says it in words. Names of `tunnelwright` are imported by themselves. */
export interface Beside {
  /** Declarations that stand before it. */
  readonly preamble?: string;
  /** It stands in the constructor of a stack: `this` is that. */
  readonly inStack?: true;
  /** The folder in which it stands, where it imports from files beside it. */
  readonly folder?: string;
  /** The name of its file, where another block of the folder imports it. */
  readonly file?: string;
  /** The file of which it is a part, word for word. */
  readonly excerptOf?: string;
}

/** The blocks of a page, also those inside of lists. */
export const blocksOf = (page: string, text: string): readonly Block[] =>
  [...text.matchAll(/^( *)```(?:ts|typescript)\b.*\n([\s\S]*?)^ *```$/gm)].map(([all, indent, body], i) => ({
    page,
    number: i + 1,
    line: text.slice(0, text.indexOf(all)).split('\n').length,
    text: body!.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));

/** What the package exports: what its index names, and what the generated files declare. */
const textOf = (file: string): string => readFileSync(join(root, 'constructs', file), 'utf8');
const declaredIn = (file: string): readonly string[] =>
  [...textOf(file).matchAll(/^export (?:class|interface) (\w+)/gm)].map(([, name]) => name!);
const exported = new Set([
  ...[...textOf('index.ts').matchAll(/\{([^}]+)\}/g)]
    .flatMap(([, names]) => names!.split(','))
    .map((name) => name.trim().replace(/^type |^.* as /g, ''))
    .filter((name) => name !== ''),
  ...[...textOf('generated/index.ts').matchAll(/from '\.\/([^']+)'/g)].flatMap(([, file]) =>
    declaredIn(`generated/${file}.ts`),
  ),
]);

/** The names of `tunnelwright` that a text uses and neither imports nor declares. */
const leftOut = (text: string): readonly string[] => {
  const imported = new Set(
    [...text.matchAll(/import[^;]*?\{([^}]*)\}/g)].flatMap(([, names]) => names!.match(/\w+/g) ?? []),
  );
  return [
    ...new Set(text.replaceAll(/'[^'\n]*'|\/\/.*|\/\*[\s\S]*?\*\//g, '').match(/(?<![\w.])[A-Za-z]\w*/g) ?? []),
  ].filter(
    (name) =>
      exported.has(name) && !imported.has(name) && !new RegExp(`(?:class|const|type|interface) ${name}\\b`).test(text),
  );
};

const inConstructor = (text: string): string =>
  `export class Page extends VpnStack { constructor(scope: Construct, id: string) { super(scope, id);\n${text}\n} }`;

const program = (block: Block, { preamble = '', inStack }: Beside): string => {
  const text = `${preamble}\n${inStack ? inConstructor(block.text) : block.text}`;
  const names = leftOut(text);
  const imports = names.length === 0 ? '' : `import { ${names.join(', ')} } from 'tunnelwright';\n`;
  return `${imports}${text}\nexport {};\n`;
};

/** What the compiler says of the blocks, all in one run: `docs/lint.md, block 2: …`. */
export const faultsIn = (blocks: readonly Block[], besideOf: (block: Block) => Beside): readonly string[] => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as { readonly config: object };
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: ['constructs/index.ts'] },
    ts.sys,
    root,
  );
  const files = new Map(
    blocks.map((block) => {
      const own = `${block.page.replaceAll(/\W/g, '-')}-${block.number}.ts`;
      const { folder = dirname(block.page), file = own } = besideOf(block);
      return [join(root, folder, file), { block, text: program(block, besideOf(block)) }] as const;
    }),
  );
  // What a program declares for a later one need not be used; a name that is left out may be a type.
  const host = ts.createCompilerHost({ ...options, noUnusedLocals: false }, true);
  const { getSourceFile, readFile, fileExists } = host;
  const textAt = (path: string): string | undefined => files.get(resolve(path))?.text;
  host.getSourceFile = (path, target, ...more) => {
    const text = textAt(path);
    return text === undefined ? getSourceFile(path, target, ...more) : ts.createSourceFile(path, text, target, true);
  };
  host.readFile = (path) => textAt(path) ?? readFile(path);
  host.fileExists = (path) => textAt(path) !== undefined || fileExists(path);
  const compiled = ts.createProgram([...files.keys()], { ...options, noUnusedLocals: false }, host);
  return [...files].flatMap(([path, { block }]) => {
    const file = compiled.getSourceFile(path);
    return [...compiled.getSyntacticDiagnostics(file), ...compiled.getSemanticDiagnostics(file)].map(
      ({ messageText }) => `${block.page}, block ${block.number}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  });
};
