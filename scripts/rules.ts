/** `npm run rules` writes docs/rules.md from the rules and their examples; with `--check` it says whether it is that. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { packNamed, packNames, rules } from '../lib/rules';
import { packs } from '../lib/rules/engine/packs';
import type { Rule } from '../lib/rules/engine/rule';
import { waiverRules } from '../lib/rules/engine/waiver';
import { nouns } from '../lib/model/nouns';
import { ruleExamples } from '../test/rules';
import { text, type RuleExample, type Source } from '../test/support/rule-example';
import { fragmentsOf, type Fragment } from './excerpt';

const file = join(__dirname, '..', 'docs', 'rules.md');

const fence = (language: string, body: string): readonly string[] => [`\`\`\`${language}`, body.trim(), '```', ''];

const pretty = (source: string): Promise<string> =>
  format(source, { parser: 'typescript', singleQuote: true, printWidth: 100 });

/** The programs of the examples as they are written: `TW-FMC-001.bad`. */
const folder = join(__dirname, '..', 'test', 'rules');
const fragments = new Map(
  readdirSync(folder)
    .filter((name) => !name.endsWith('.test.ts'))
    .flatMap((name) => [...fragmentsOf(join(folder, name))]),
);
const fragmentOf = (rule: Rule, which: 'bad' | 'good'): Fragment => {
  const found = fragments.get(`${rule.id}.${which}`);
  if (found === undefined) throw new Error(`${rule.id}: ${which} is not found in test/rules/: write it as a property`);
  return found;
};

/** What both programs of an example use, once. */
const beside = async (rule: Rule, { bad, good }: RuleExample): Promise<readonly string[]> => {
  const programs = (
    [
      ['bad', bad],
      ['good', good],
    ] as const
  ).filter(([, source]) => typeof source === 'function');
  const helpers = new Set(programs.flatMap(([which]) => fragmentOf(rule, which).helpers));
  if (helpers.size === 0) return [];
  return ['Both programs use:', '', ...fence('ts', await pretty([...helpers].join('\n\n')))];
};

const shown = async (rule: Rule, which: 'bad' | 'good', source: Source): Promise<readonly string[]> => {
  if (typeof source === 'string') return fence('text', text(source));
  if (typeof source === 'function') return fence('ts', await pretty(fragmentOf(rule, which).text));
  return fence(
    'text',
    Object.entries(source)
      .map(([name, config]) => `! ${name}\n${text(config).trim()}`)
      .join('\n!\n'),
  );
};

const count = (n: number): string => (n === 1 ? '1 rule' : `${n} rules`);

const severities = (rule: Rule): string =>
  Object.entries(rule.packs)
    .map(([pack, severity]) => `${severity} in \`${pack}\``)
    .join(', ');

const notes = (rule: Rule): readonly string[] => [
  `**${severities(rule)}**. Reads: ${rule.looksAt.length === 0 ? 'every object' : rule.looksAt.map((kind) => nouns[kind].title).join(', ')}.`,
  ...(rule.ofWhole ? [' Of a program only where a pack was added: it need not declare all that a device has.'] : []),
  ...(rule.ofSeveral ? [' It compares devices; of one alone it says nothing.'] : []),
];

const section = async (rule: Rule): Promise<readonly string[]> => {
  const example = ruleExamples[rule.id];
  if (example === undefined) throw new Error(`${rule.id} has no example: write it in test/rules/`);
  return [
    `### ${rule.id}: ${rule.title}`,
    '',
    rule.why,
    '',
    notes(rule).join(''),
    '',
    ...(await beside(rule, example)),
    `Found${example.pack === undefined ? '' : ` (with \`${example.pack}\`)`}:`,
    '',
    ...(await shown(rule, 'bad', example.bad)),
    ...example.says.map((said) => `> ${said}`).flatMap((line, i) => (i === 0 ? [line] : ['>', line])),
    '',
    'Not found:',
    '',
    ...(await shown(rule, 'good', example.good)),
  ];
};

const render = async (): Promise<string> => {
  const sections = await Promise.all(rules.map(section));
  return [
    '# Rules',
    '',
    'Written by `npm run rules` from `lib/rules` and `test/rules`; do not edit. How they are asked, waived and written: [lint.md](lint.md).',
    '',
    '## Packs',
    '',
    ...packNames.flatMap((name) => [
      `- **\`${name}\`** (${count(packNamed(name)!.rules.length)}): ${packs[name].title}. ${packs[name].why}`,
    ]),
    '',
    '## All of them',
    '',
    ...rules.map((rule) => `- ${rule.id} ${rule.title}`),
    ...Object.values(waiverRules).map(({ id, title, why }) => `- ${id} ${title}. ${why}`),
    '',
    ...sections.flat(),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
};

void render().then((fresh) => {
  if (!process.argv.includes('--check')) {
    writeFileSync(file, fresh);
    console.log('docs/rules.md is written.');
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== fresh) {
    console.error('docs/rules.md is stale: run `npm run rules` and commit it.');
    process.exitCode = 1;
  } else console.log('docs/rules.md is fresh.');
});
