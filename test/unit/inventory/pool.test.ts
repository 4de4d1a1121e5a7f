import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { App, TunnelPool, VpnStack } from '../../../constructs';
import { declarationsOf } from '../../../lib/synth/declaration';
import { inScratchRoom } from '../../support/scratch-room';

const { room, file } = inScratchRoom();
describe('a pool of tunnel networks', () => {
  const stack = () => new VpnStack(new App({ outdir: join(room, 'out') }), 'net');
  const fresh = (text?: string): string => {
    rmSync('pool.csv', { force: true });
    return text === undefined ? 'pool.csv' : file('pool.csv', text);
  };
  const poolOf = (props: Partial<ConstructorParameters<typeof TunnelPool>[2]> = {}) =>
    new TunnelPool(stack(), 'pool', { network: '10.255.0.0/24', file: 'pool.csv', ...props });
  const problemsOf = (pool: TunnelPool): readonly string[] =>
    declarationsOf(pool).flatMap((d) => (d.as === 'problem' ? [d.message] : []));
  const ci = process.env['CI'];
  beforeEach(() => delete process.env['CI']);
  afterAll(() => {
    if (ci !== undefined) process.env['CI'] = ci;
  });

  test('gives each pair a /31, the same to both orders of the names, and writes it down', () => {
    fresh();
    const pool = poolOf();
    expect(pool.between('mumbai', 'pune')).toEqual({ one: '10.255.0.0/31', other: '10.255.0.1/31', number: 0 });
    expect(pool.between('pune', 'mumbai')).toEqual({ one: '10.255.0.1/31', other: '10.255.0.0/31', number: 0 });
    expect(pool.between('mumbai', 'delhi')).toEqual({ one: '10.255.0.3/31', other: '10.255.0.2/31', number: 1 });
    expect(readFileSync('pool.csv', 'utf8')).toBe(
      'first,second,network\nmumbai,pune,10.255.0.0/31\ndelhi,mumbai,10.255.0.2/31\n',
    );
    expect(problemsOf(pool)).toEqual([]);
  });

  test('begins a line of its own where a person left the last line of the file without an end', () => {
    fresh('first,second,network\nmumbai,pune,10.255.0.0/31');
    expect(problemsOf(poolOf())).toEqual([]);
    const pool = poolOf();
    pool.between('mumbai', 'delhi');
    expect(readFileSync('pool.csv', 'utf8')).toBe(
      'first,second,network\nmumbai,pune,10.255.0.0/31\ndelhi,mumbai,10.255.0.2/31\n',
    );
    expect(problemsOf(poolOf())).toEqual([]);
  });

  test('gives hosts of a /30 where asked', () => {
    fresh();
    expect(poolOf({ prefixLength: 30 }).between('a', 'b')).toMatchObject({
      one: '10.255.0.1/30',
      other: '10.255.0.2/30',
    });
  });

  test('keeps what a pair has, whichever pairs come and go and in whichever order', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const pairs = fc.uniqueArray(
      fc.tuple(name, name).filter(([one, other]) => one < other),
      { selector: String, maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.array(pairs, { minLength: 2, maxLength: 4 }), (runs) => {
        fresh();
        const seen = new Map<string, string>();
        for (const run of runs) {
          const pool = poolOf();
          for (const [one, other] of run) {
            const given = JSON.stringify(pool.between(one, other));
            expect(seen.get(`${one},${other}`) ?? given).toBe(given);
            seen.set(`${one},${other}`, given);
          }
          expect(problemsOf(pool)).toEqual([]);
        }
        expect(new Set(seen.values()).size).toBe(seen.size);
      }),
      { numRuns: 30 },
    );
  });

  test('adds nothing where CI is set: what it would add could be lost', () => {
    const text = 'first,second,network\na,b,10.255.0.0/31\n';
    fresh(text);
    process.env['CI'] = 'true';
    const pool = poolOf();
    expect(pool.between('a', 'b')).toEqual({ one: '10.255.0.0/31', other: '10.255.0.1/31', number: 0 });
    expect(problemsOf(pool)).toEqual([]);
    pool.between('a', 'c');
    expect(problemsOf(pool)).toEqual(['pool.csv: a and c have no network in it, and nothing is added where CI is set']);
    expect(readFileSync('pool.csv', 'utf8')).toBe(text);
  });

  test('a pair that is gone keeps its network until its line is deleted', () => {
    fresh('first,second,network\na,b,10.255.0.0/31\na,c,10.255.0.2/31\n');
    expect(poolOf().between('a', 'd').one).toBe('10.255.0.4/31');
    fresh('first,second,network\na,c,10.255.0.2/31\n');
    expect(poolOf().between('a', 'd').one).toBe('10.255.0.0/31');
  });

  test.each([
    [
      'a network given twice, as two branches may',
      'a,b,10.255.0.0/31\na,c,10.255.0.0/31\n',
      'pool.csv:2: 10.255.0.0/31 is given twice',
    ],
    ['a pair twice', 'a,b,10.255.0.0/31\nb,a,10.255.0.2/31\n', 'pool.csv:2: b and a have a network already'],
    ['a network of another pool', 'a,b,10.9.0.0/31\n', 'pool.csv:1: 10.9.0.0/31 is not a /31 of 10.255.0.0/24'],
    ['a marker of a merge', '<<<<<<< HEAD\n', 'pool.csv:1: is not a pair and its network'],
  ])('refuses %s', (_, text, words) => {
    fresh(text);
    expect(problemsOf(poolOf())).toEqual([words]);
  });

  test.each([
    ['what is no network', { network: '10.255.0.0' }, "pool.csv: '10.255.0.0' is not an IPv4 network"],
    ['bits beyond the length', { network: '10.255.0.9/24' }, 'pool.csv: 10.255.0.9/24 has bits beyond its length'],
    ['too small a network', { network: '10.255.0.0/32' }, 'pool.csv: 10.255.0.0/32 is smaller than one /31'],
  ])('refuses %s', (_, props, words) => {
    fresh();
    const pool = poolOf(props);
    pool.between('a', 'b');
    expect(problemsOf(pool)).toEqual([words]);
  });

  test('says when its file cannot be written', () => {
    fresh();
    const pool = poolOf({ file: 'gone/pool.csv' });
    pool.between('a', 'b');
    expect(problemsOf(pool)).toEqual(['gone/pool.csv: there is no such file or directory']);
  });

  test('says when it is used up, and who is paired with itself', () => {
    fresh();
    const pool = poolOf({ network: '10.255.0.0/31' });
    pool.between('a', 'b');
    pool.between('a', 'c');
    pool.between('a', 'a');
    expect(problemsOf(pool)).toEqual([
      'pool.csv: 10.255.0.0/31 has no /31 left for a and c',
      'pool.csv: a is paired with itself',
    ]);
  });
});
