import {
  blocks,
  onHeaderLine,
  line,
  lines,
  refused,
  section,
  statement,
  statements,
} from '../../../../lib/desired/cli/forms';
import { unsupported } from '../../../../lib/desired/unsupported';
import { readNoun } from '../../../../lib/desired/cli/read-noun';
import { readHeader, readLive, recognise, write, type HeaderOf } from '../../../../lib/desired/cli/section';
import { parseTree } from '../../../support/cli';
import * as w from '../../../../lib/desired/cli/words';
import { otherSecret, type SecretRef } from '../../../../lib/model/secret';

interface Peer {
  readonly name: string;
  readonly address: string;
  readonly key: SecretRef;
}
interface Thing {
  readonly name: string;
  readonly size: number;
  readonly colour?: string;
  readonly note?: string;
  readonly tags?: string[];
  readonly peers?: Peer[];
  readonly weight?: number;
}
const grammar = section<Thing>({
  lead: 'crypto thing',
  prompt: 'config-thing',
  key: w.sequence<{ name: string }>({ name: w.name }),
  header: w.sequence<{ size: number }>({ size: w.integer(1, 9) }),
  fields: {
    size: onHeaderLine,
    colour: line('colour', w.oneOf('red', 'blue'), { defaultOmitted: 'red' }),
    note: line('note', w.rest),
    tags: lines('tag', w.name),
    peers: blocks('peer', 'name', 'config-peer', {
      address: line('address', w.address),
      key: line('key', w.secret as never, { undoByLead: true }),
    }),
    weight: refused('a thing has no weight here'),
  },
});
const psk: SecretRef = { secret: 'env', name: 'PSK' };
const thing: Thing = {
  name: 'T',
  size: 3,
  colour: 'blue',
  note: 'one two',
  tags: ['b', 'a'],
  peers: [{ name: 'pune', address: '192.0.2.1', key: psk }],
};
const text = `crypto thing T 3
 colour blue
 note one two
 tag b
 tag a
 peer pune
  address 192.0.2.1
  key <secret:env:PSK>
`;

describe('writing', () => {
  test('puts key and arguments on the header and one entry for each line', () => {
    const { header, args, entries, shape, ownership } = write(grammar, thing);
    expect({ header, args, shape, ownership }).toEqual({
      header: 'crypto thing T',
      args: '3',
      shape: 'block',
      ownership: 'exclusive',
    });
    expect(entries.map((entry) => [entry.key, entry.text, entry.undo, entry.additive === true])).toEqual([
      ['colour', 'colour blue', 'no colour blue', false],
      ['note', 'note one two', 'no note one two', false],
      ['tag b', 'tag b', 'no tag b', true],
      ['tag a', 'tag a', 'no tag a', true],
      ['peer pune', 'peer pune', 'no peer pune', true],
    ]);
  });
  test('puts the lines of a block below it, and a secret as its marker, undone by its lead', () => {
    const peer = write(grammar, thing).entries.at(-1)!;
    expect(peer.children!.map((entry) => [entry.text, entry.undo])).toEqual([
      ['address 192.0.2.1', 'no address 192.0.2.1'],
      ['key <secret:env:PSK>', 'no key'],
    ]);
  });
  test('marks a value that the device will not show', () => {
    expect(write(grammar, { name: 'T', size: 3, colour: 'red' }).entries).toEqual([
      { key: 'colour', text: 'colour red', undo: 'no colour red', hidden: true },
    ]);
  });
  test('leaves out what is not declared', () => {
    expect(write(grammar, { name: 'T', size: 3 }).entries).toEqual([]);
  });
  test('declares what the device fills in', () => {
    const filling = section<{ name: string; check?: string[] }>({
      lead: 'point',
      prompt: 'p',
      key: w.sequence<{ name: string }>({ name: w.name }),
      fields: { check: line('check', w.list(w.name), { defaultShown: ['crl'] }) },
    });
    expect(write(filling, { name: 'P' }).entries.map((entry) => entry.text)).toEqual(['check crl']);
    expect(write(filling, { name: 'P', check: ['none'] }).entries.map((entry) => entry.text)).toEqual(['check none']);
  });
  test('negates a line that is a negation by its positive', () => {
    const negative = section<{ name: string; shut?: string }>({
      lead: 'port',
      prompt: 'p',
      key: w.sequence<{ name: string }>({ name: w.name }),
      fields: { shut: line('no', w.name) },
    });
    expect(write(negative, { name: 'P', shut: 'shutdown' }).entries[0]!.undo).toBe('shutdown');
  });
  test('of a noun that the platform has not is a defect', () => {
    expect(() => write(unsupported('write the other one'), { name: 'x' })).toThrow('no grammar: write the other one');
  });
});

describe('reading', () => {
  test('gives back what was written', () => {
    expect(readNoun(grammar, parseTree(text))).toEqual({
      noun: { ...thing, peers: [{ ...thing.peers![0], key: { text: '<secret:env:PSK>' } }] },
      unknown: [],
    });
  });
  test('keeps lines that no field knows, verbatim and at any depth', () => {
    const read = readNoun(
      grammar,
      parseTree('crypto thing T 3\n tag a\n frob  nicate\n  deeper\n peer x\n  odd one\n'),
    )!;
    expect(read.unknown.map((node) => [node.text, node.children.map((child) => child.text)])).toEqual([
      ['frob  nicate', ['deeper']],
      ['odd one', []],
    ]);
    expect(read.noun).toEqual({ name: 'T', size: 3, tags: ['a'], peers: [{ name: 'x' }] });
  });
  test('of another section gives nothing', () => {
    expect(readNoun(grammar, parseTree('crypto other T 3\n'))).toBeUndefined();
    expect(readNoun(grammar, [])).toBeUndefined();
  });
});

describe('a header', () => {
  test.each<[string, unknown]>([
    ['crypto thing T 3', { header: 'crypto thing T', args: '3', noun: { name: 'T', size: 3 } }],
    ['CRYPTO Thing T 3', { header: 'crypto thing T', args: '3', noun: { name: 'T', size: 3 } }],
    ['crypto', { miss: 'incomplete', at: 1 }],
    ['crypto thing', { miss: 'incomplete', at: 2 }],
    ['crypto thin T 3', { miss: 'invalid', at: 1 }],
    ['crypto thing T', { miss: 'incomplete', at: 3 }],
    ['crypto thing T 10', { miss: 'invalid', at: 3 }],
    ['crypto thing T 3 more', { miss: 'invalid', at: 4 }],
  ])('%s', (header, expected) => {
    expect(readHeader(grammar, header)).toEqual(expected);
  });
});

describe('a line of a section', () => {
  test.each<[string, unknown]>([
    ['colour green', { miss: 'invalid', at: 1 }],
    ['colour', { miss: 'incomplete', at: 1 }],
    ['colour red blue', { miss: 'invalid', at: 2 }],
    ['nothing', { miss: 'invalid', at: 0 }],
    ['peer', { miss: 'incomplete', at: 1 }],
    ['weight 3', { miss: 'invalid', at: 0 }],
  ])('%s stops where no field can follow it', (typed, miss) => {
    expect(recognise(grammar.fields, typed)).toEqual(miss);
  });
  test('knows its field, whatever the case of its words', () => {
    expect(recognise(grammar.fields, 'Colour RED')).toMatchObject({ name: 'colour', value: 'red' });
  });
});

describe('reading what is live', () => {
  const judged: string[] = [];
  const book = {
    judge: (marker: string, shown: { text: string } | undefined, place: string) => {
      judged.push(`${marker || '(none)'} ${shown?.text} at ${place}`);
      return marker !== '' && shown?.text === 'right' ? marker : otherSecret;
    },
    reveal: (line: string) => line,
  };
  const live = (text: string, desired = write(grammar, thing)) => {
    judged.length = 0;
    const [root] = parseTree(text);
    return readLive(grammar, readHeader(grammar, root!.text) as HeaderOf, root!.children, book, () => desired);
  };
  test('a secret that agrees is the declared marker', () => {
    const peer = live('crypto thing T 3\n peer pune\n  key right\n').entries[0]!;
    expect(peer.children![0]).toMatchObject({ text: 'key <secret:env:PSK>', undo: 'no key' });
    expect(judged).toEqual(['<secret:env:PSK> right at crypto thing T / peer pune / key']);
  });
  test('a secret that differs, or that nobody declared, is another', () => {
    expect(live('crypto thing T 3\n peer pune\n  key wrong\n').entries[0]!.children![0]!.text).toBe(
      'key <secret:other>',
    );
    expect(live('crypto thing T 3\n peer delhi\n  key right\n').entries[0]!.children![0]!.text).toBe(
      'key <secret:other>',
    );
    expect(judged).toEqual(['(none) right at crypto thing T / peer delhi / key']);
  });
  test('a secret in a line that nobody knows is not kept, and the line can be taken away all the same', () => {
    const unknown = { unknown: true };
    const key = {
      key: 'pre-shared-key <secret:other>',
      text: 'pre-shared-key <secret:other>',
      undo: 'no pre-shared-key',
    };
    const password = { key: 'password <secret:other>', text: 'password <secret:other>', undo: 'no password' };
    const odd = { key: 'odd block', text: 'odd block', undo: 'no odd block' };
    expect(live('crypto thing T 3\n pre-shared-key cisco123\n odd block\n  password 7 0822455D0A16\n').entries).toEqual(
      [
        { ...key, ...unknown },
        { ...odd, ...unknown, children: [{ ...password, ...unknown }] },
      ],
    );
  });
  test('a line in another spelling is in the canonical one, an unknown line as it is', () => {
    expect(live('crypto thing T 3\n COLOUR Blue\n frob  x\n').entries).toEqual([
      { key: 'colour', text: 'colour blue', undo: 'no colour blue' },
      { key: 'frob  x', text: 'frob  x', undo: 'no frob  x', unknown: true },
    ]);
  });
});

describe('a statement', () => {
  const route = statement<{ name: string; to: string; distance: number }>({
    lead: 'ip route',
    words: w.sequence<{ name: string; to: string }>({ name: w.name, to: w.name }),
  });
  test('is one line and nothing below', () => {
    expect(write(route, { name: 'x', to: 'y', distance: 1 })).toEqual({
      header: 'ip route x y',
      entries: [],
      shape: 'line',
      ownership: 'exclusive',
    });
    expect(readNoun(route, parseTree('ip route x y'))).toEqual({ noun: { name: 'x', to: 'y' }, unknown: [] });
    expect(readHeader(route, 'ip route x')).toEqual({ miss: 'incomplete', at: 3 });
  });
});

describe('statements', () => {
  const ntp = statements<{ name: string; servers: string[] }>({
    lead: 'ntp server',
    fields: { servers: lines('ntp server', w.name) },
  });
  test('stand at the top level, among those of others', () => {
    const written = write(ntp, { name: 'ntp', servers: ['a', 'b'] });
    expect(written).toMatchObject({ header: 'ntp server', shape: 'top', ownership: 'lines', shared: true });
    expect(written.entries.map((entry) => entry.text)).toEqual(['ntp server a', 'ntp server b']);
    expect(readNoun(ntp, parseTree('ntp server a\nntp server b'))?.noun).toEqual({ servers: ['a', 'b'] });
  });
});
