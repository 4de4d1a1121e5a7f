import { linesOf, liveDisplay, pictureLines, plainDisplay, type Display } from '../../../../lib/cli/output/display';
import { openWords } from '../../../../lib/cli/interrupt';
import { typed } from '../../../../lib/kernel/advised';
import { openBoard } from '../../../../lib/cli/output/progress';

const work = (id: string) => ({ target: { id } });
const broken = (): never => {
  throw new Error('the terminal is gone');
};

describe('progress', () => {
  afterEach(() => jest.restoreAllMocks());
  test('goes to the display of the moment, from whoever tells it, and to none between two', async () => {
    const shown: string[] = [];
    let phase = 0;
    const board = openBoard(() => {
      const nth = ++phase;
      return {
        ...plainDisplay({ write: () => undefined }),
        step: (target, text) => shown.push(`${nth} ${target} ${text}`),
      };
    });
    // A session lives longer than the phase in which it was opened.
    const session = () => board.tell('edge', 'typing');
    await board.onEach([work('edge')], async () => session());
    session();
    await board.onEach([work('edge')], async () => session());
    expect(shown).toEqual(['1 edge typing', '2 edge typing']);
  });

  test.each<[string, () => Display]>([
    ['opened', broken],
    ['told', () => ({ step: broken, done: broken, note: broken, log: broken, close: broken })],
    [
      'written to',
      () =>
        liveDisplay({ isTTY: true, columns: 80, rows: 24, write: broken, on: () => 0, off: () => 0 }, ['edge'], {
          env: {},
        }),
    ],
  ])('a display that throws when it is %s ends nothing', async (_when, displayOf) => {
    const board = openBoard(displayOf);
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const ended = await board.onEach([work('edge')], async () => {
      board.tell('edge', 'typing');
      board.note('words');
      return 'applied';
    });
    expect(ended).toEqual(['applied']);
  });
});

describe('what is drawn', () => {
  const rows = (count: number, done: number) =>
    Array.from({ length: count }, (_, i) => ({ target: `t${i}`, text: 'reading', since: 0, done: i < done }));

  test('fits into the window, whatever is in it', () => {
    for (const columns of [1, 2, 20, 79])
      for (const height of [1, 2, 3, 23])
        for (const count of [0, 1, 3, 60]) {
          const lines = linesOf(rows(count, count / 2), { columns, height }, 0);
          expect(lines.length).toBeLessThanOrEqual(height);
          for (const line of lines) expect([...line].length).toBeLessThanOrEqual(columns);
        }
  });
  test('is the count and what is being worked on, where not all fits', () => {
    expect(linesOf(rows(60, 50), { columns: 79, height: 5 }, 0)).toEqual([
      '50 of 60 targets done',
      't50  reading',
      't51  reading',
      't52  reading',
      '… and 7 more',
    ]);
  });
  test('is a picture where there is one, and below it what is worth a line, as far as there is room', () => {
    const picture = {
      lines: (columns: number) => [`march, ${columns} columns`],
      isOpen: (target: string) => target !== 't1',
    };
    const some = [...rows(4, 0), { target: 't4', text: '', since: 0, done: false }];
    expect(pictureLines(picture, some, { columns: 79, height: 9 }, 6_000)).toEqual([
      'march, 79 columns',
      ' t0  reading (6 s)',
      ' t2  reading (6 s)',
      ' t3  reading (6 s)',
    ]);
    expect(pictureLines(picture, some, { columns: 14, height: 3 }, 0)).toEqual([
      'march, 14 col…',
      ' t0  reading',
      ' … and 2 more',
    ]);
    for (const height of [1, 2, 3, 4, 5])
      expect(pictureLines(picture, some, { columns: 79, height }, 0).length).toBeLessThanOrEqual(height);
  });
  test('is a line for each device that is done only where no picture shows it', async () => {
    const written: string[] = [];
    const screen = {
      isTTY: true,
      columns: 80,
      rows: 24,
      write: (t: string) => written.push(t),
      on: () => 0,
      off: () => 0,
    };
    for (const picture of [undefined, { lines: () => ['march'], isOpen: () => true }]) {
      const display = liveDisplay(screen, ['edge'], { env: {}, picture });
      display.log(['edge: done']);
      display.note(['edge: failed']);
      display.close();
    }
    expect(written.join('').match(/edge: (done|failed)/g)).toEqual(['edge: done', 'edge: failed', 'edge: failed']);
  });
  test('says for how long a step has been going on', () => {
    expect(linesOf(rows(1, 0), { columns: 79, height: 5 }, 12_000)).toEqual(['t0  reading (12 s)']);
  });
  test('is one line for each, without what would act on the terminal', () => {
    const [row] = rows(1, 0);
    const text = 'busy\u001b]52;c;AAAA\u0007\nnext \u202eline \u009b2J';
    const [line, ...more] = linesOf([{ ...row!, text }], { columns: 79, height: 5 }, 0);
    expect(more).toEqual([]);
    expect(line).toBe(String.raw`t0  busy\u{1b}]52;c;AAAA\u{7}\nnext \u{202e}line \u{9b}2J`);
  });
});

test('lines for a pipe say nothing twice in a row', () => {
  const written: string[] = [];
  const display = plainDisplay({ write: (text) => written.push(text) });
  for (const text of ['deploying (pending)', 'deploying (pending)', 'deploying (done)']) display.step('fmc', text);
  expect(written).toEqual(['fmc: deploying (pending)\n', 'fmc: deploying (done)\n']);
});

describe('what an interruption says', () => {
  test('how each target would be, and until when', () => {
    const until = new Date(2026, 10, 20, 9, 5, 7).getTime();
    expect(
      openWords(
        new Map([
          ['edge', { words: 'armed', until }],
          ['fmc', { words: 'staged' }],
        ]),
      ),
    ).toEqual(['  edge: armed (by 09:05:07)', '  fmc: staged']);
    expect(openWords(new Map())).toEqual(['  Nothing is armed, staged or half written on any device.']);
  });
  test('a command that can be typed again', () => {
    expect(typed(['apply', '--app', "my net's.ts", '--yes'])).toBe(
      String.raw`tunnelwright apply --app 'my net'\''s.ts' --yes`,
    );
  });
});
