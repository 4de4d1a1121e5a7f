import { join } from 'node:path';
import { z } from 'zod';
import { App, Inventory, Labels, VpnStack } from '../../../constructs';
import { ProblemError } from '../../../lib/kernel/problem';
import { declarationsOf } from '../../../lib/synth/declaration';
import { inScratchRoom } from '../../support/scratch-room';

const { room, file } = inScratchRoom();
const csv = (text: string): string => file('sites.csv', text);
const refusal = (read: () => unknown): readonly string[] => {
  try {
    read();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
};

describe('an inventory of a CSV file', () => {
  const columns = ['name', 'host', 'lan?'] as const;

  test('has a row of text for each line', () => {
    const sites = Inventory.fromCsv(
      csv('name,host,lan,note\nmumbai,192.0.2.1,10.20.0.0/16,x\npune,192.0.2.9,,\n'),
      columns,
    );
    expect([...sites]).toEqual([
      { name: 'mumbai', host: '192.0.2.1', lan: '10.20.0.0/16' },
      { name: 'pune', host: '192.0.2.9', lan: undefined },
    ]);
  });

  test.each([
    ['semicolons and carriage returns', 'name;host\r\nmumbai;192.0.2.1\r\n'],
    ['tabs', 'name\thost\nmumbai\t192.0.2.1\n'],
    ['a byte order mark', '\uFEFFname,host\nmumbai,192.0.2.1\n'],
    ['quotes and blanks', '"name", "host"\n"mumbai" , 192.0.2.1\n'],
    ['comments and empty lines', '# all sites\nname,host\n\n# the hub\nmumbai,192.0.2.1\n,\n'],
  ])('takes %s', (_, text) => {
    expect(Inventory.fromCsv(csv(text), ['name', 'host']).rows).toEqual([{ name: 'mumbai', host: '192.0.2.1' }]);
  });

  test('says all that is wrong with its rows at once, by line', () => {
    const text = 'name,host\nmumbai,\npune,192.0.2.9\n\npune,192.0.2.10\n,192.0.2.11\n';
    expect(refusal(() => Inventory.fromCsv(csv(text), ['name', 'host']))).toEqual([
      'sites.csv:2: host is empty',
      'sites.csv:6: name is empty',
      'sites.csv:5: the name pune is at sites.csv:3 too',
    ]);
  });

  test('a line that is too short, and a column that is not there, hide nothing else', () => {
    const text = 'name,host\nmumbai\npune,\n"agra, x",192.0.2.3,y\npune,192.0.2.4\npune,192.0.2.5\n';
    expect(refusal(() => Inventory.fromCsv(csv(text), ['name', 'host', 'lan']))).toEqual([
      'sites.csv: has no column lan',
      'sites.csv:2: has 1 cell for 2 columns',
      'sites.csv:3: host is empty',
      'sites.csv:4: has 3 cells for 2 columns',
      'sites.csv:6: the name pune is at sites.csv:5 too',
    ]);
  });

  test.each([
    ['a column that is not there', 'name,address\nmumbai,192.0.2.1\n', 'sites.csv: has no column host'],
    ['two columns of one name', 'name,host,host\n', 'sites.csv: two columns are called host'],
    ['a column without a heading', 'name,\nmumbai,192.0.2.1\n', 'sites.csv: a column has no heading'],
    ['a line with more cells', 'name,host\nmumbai,192.0.2.1,x\n', 'sites.csv:2: has 3 cells for 2 columns'],
    ['a quote without its end', 'name,host\n"mumbai,192.0.2.1\n', /^sites.csv:\d: Quote Not Closed/],
  ])('refuses %s', (_, text, words) => {
    const said = refusal(() => Inventory.fromCsv(csv(text), ['name', 'host']));
    expect(said).toEqual([typeof words === 'string' ? words : expect.stringMatching(words)]);
  });

  test.each([
    ['no file', 'gone.csv', 'gone.csv: there is no such file or directory'],
    ['a directory', '.', '.: is not a file'],
  ])('refuses %s', (_, path, words) => {
    expect(refusal(() => Inventory.fromCsv(path, ['name']))).toEqual([words]);
  });

  test('is what a schema makes of it, and the schema names what it refuses', () => {
    const schema = z.object({
      name: z.string(),
      asn: z.coerce.number().int().max(65535),
      lans: z.string().transform((t) => t.split(' ')),
    });
    const sites = Inventory.fromCsv(csv('name,asn,lans\nmumbai,64512,10.20.0.0/16 10.21.0.0/16\n'), schema);
    const [first] = sites.rows;
    expect(first!.asn + 1).toBe(64513);
    expect(first!.lans).toEqual(['10.20.0.0/16', '10.21.0.0/16']);
    expect(refusal(() => Inventory.fromCsv(csv('name,asn,lans\nmumbai,99999,x\n'), schema))).toEqual([
      expect.stringMatching(/^sites.csv:2: asn: /),
    ]);
  });

  test('is chosen from by values or by a test, and its rows cannot be changed', () => {
    const sites = Inventory.fromCsv(csv('name,region\na,south\nb,north\nc,south\n'), ['name', 'region']);
    expect(sites.where({ region: 'south' }).rows.map(({ name }) => name)).toEqual(['a', 'c']);
    expect([...sites.where(({ name }) => name > 'a')].map(({ name }) => name)).toEqual(['b', 'c']);
    expect(sites.map(({ name }, i) => `${i}${name}`)).toEqual(['0a', '1b', '2c']);
    expect(() => Object.assign(sites.rows[0]!, { name: 'x' })).toThrow(TypeError);
  });
});

describe('an inventory of a YAML file', () => {
  const yaml = (text: string): string => file('sites.yaml', text);

  test('is a list of mappings, or a mapping of names', () => {
    const list = Inventory.fromYaml(yaml('- name: mumbai\n  vlan: 7\n- { name: pune, vlan: 8 }\n'), ['name', 'vlan']);
    const named = Inventory.fromYaml(yaml('mumbai:\n  vlan: 7\npune:\n  vlan: 8\n'), ['name', 'vlan']);
    expect(list.rows).toEqual([
      { name: 'mumbai', vlan: '7' },
      { name: 'pune', vlan: '8' },
    ]);
    expect(named.rows).toEqual(list.rows);
  });

  test('gives a schema the values as they are', () => {
    const schema = z.object({ name: z.string(), networks: z.array(z.string()) });
    expect(Inventory.fromYaml(yaml('mumbai: { networks: [10.20.0.0/16] }\n'), schema).rows).toEqual([
      { name: 'mumbai', networks: ['10.20.0.0/16'] },
    ]);
  });

  test.each([
    ['a text', 'mumbai\n', /^sites.yaml: holds no list/],
    ['an entry that is a text', 'a: { lan: x }\nb: y\n', /^sites.yaml:2: is not a mapping/],
    ['a list in place of a text', 'a:\n  lan: [1]\n', /^sites.yaml:1: lan is not one value/],
    ['a row without the value', 'a: { lan: x }\nb: {}\n', /^sites.yaml:2: lan is empty/],
    ['a fault of its syntax', 'a: [\n', /^sites.yaml:\d: /],
    ['a name twice', 'a: { lan: x }\na: { lan: y }\n', /^sites.yaml:2: Map keys must be unique/],
    ['an alias of nothing', 'a: { lan: x }\nb: { lan: *none }\n', /^sites.yaml:2: .*alias.*none/],
    [
      'aliases of aliases without end',
      'a: &a [1, 2, 3, 4, 5]\nb: &b [*a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b]\nd: { lan: [*c, *c, *c, *c, *c] }\n',
      /^sites.yaml:\d: /,
    ],
  ])('refuses %s', (_, text, words) => {
    expect(refusal(() => Inventory.fromYaml(yaml(text), ['name', 'lan']))).toEqual([expect.stringMatching(words)]);
  });
});

test('labels are added from a row', () => {
  const stack = new VpnStack(new App({ outdir: join(room, 'out') }), 'net');
  Labels.of(stack).addAll({ site: 'pune', role: 'spoke' });
  expect(declarationsOf(stack)).toMatchObject([
    { as: 'label', name: 'site', value: 'pune' },
    { as: 'label', name: 'role', value: 'spoke' },
  ]);
});
