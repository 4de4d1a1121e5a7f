import fc from 'fast-check';
import { cliDialect } from '../../../support/cli';
import { write } from '../../../../lib/desired/cli/section';
import { ikev2Policy } from '../../../../lib/platforms/iosxe/grammar/ikev2';
import { holds } from '../../../support/properties';

const policy = (...names: readonly string[]) =>
  write(ikev2Policy, { name: 'P', proposals: names.map((name) => ({ ref: 'ikev2-proposal' as const, name })) });
const lines = (before: readonly string[], after: readonly string[]): readonly string[] =>
  cliDialect.steps(policy(...before), policy(...after)).flatMap((step) => step.lines);

describe('an ordered list', () => {
  it('that stands in order is left alone', () => expect(lines(['A', 'B'], ['A', 'B'])).toEqual([]));

  it('is put in order by taking out what is in the way, and is never empty', () =>
    expect(lines(['A', 'B'], ['B', 'A'])).toEqual(['crypto ikev2 policy P', ' no proposal A', ' proposal A', ' exit']));

  it('takes a new first by typing it and moving the others behind it', () =>
    expect(lines(['A', 'B'], ['C', 'A', 'B'])).toEqual([
      'crypto ikev2 policy P',
      ' proposal C',
      ' no proposal A',
      ' proposal A',
      ' no proposal B',
      ' proposal B',
      ' exit',
    ]));

  it('shows what moves', () =>
    expect(cliDialect.differences(policy('A', 'B'), policy('B', 'A')).map((d) => [d.sign, d.text])).toEqual([
      ['context', 'crypto ikev2 policy P'],
      ['context', 'proposal B'],
      ['remove', 'proposal A'],
      ['add', 'proposal A'],
    ]));

  const names = fc.shuffledSubarray(['A', 'B', 'C', 'D', 'E'], { minLength: 1 });
  it('ends as declared from whatever it was, and never runs empty on a device that appends', () =>
    holds(
      fc.property(names, names, (before, after) => {
        let device = [...before];
        for (const line of lines(before, after).slice(1, -1)) {
          const name = line.trim().split(' ').pop()!;
          if (line.trim().startsWith('no ')) device = device.filter((other) => other !== name);
          else if (!device.includes(name)) device.push(name);
          expect(device.length).toBeGreaterThan(0);
        }
        expect(device).toEqual(after);
      }),
    ));
});
