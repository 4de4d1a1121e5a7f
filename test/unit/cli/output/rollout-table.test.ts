import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rollout } from '../../../../lib/model/rollout';
import { rolloutTable } from '../../../../lib/cli/output/rollout-table';
import { againAnywhere } from '../../../../lib/rollout/show';
import type { RolloutEvent } from '../../../../lib/rollout/event';
import { stateOf } from '../../../../lib/rollout/state';
import { rolloutOfGuide } from '../../../../scripts/rollout-picture';

const start = Date.UTC(2026, 2, 2, 22, 58);
const names = ['canary', 'south', 'all others'];
const declared = (more: object = {}) =>
  rollout.parse({
    name: 'march',
    waves: names.map((name) => ({ name, targets: ['*'] })),
    gate: { failures: 2 },
    ...more,
  });
const again = againAnywhere('march');

/** One router, then ten at a time of forty, then as many again after an approval. */
const events: readonly RolloutEvent[] = [
  {
    what: 'started',
    at: start,
    by: 'you',
    needs: {},
    digests: {},
    allowDisruption: false,
    waves: [1, 40, 40].map((count, wave) => ({
      name: names[wave]!,
      steps: Array.from({ length: count }, (_, n) => [`r${wave}-${n}`]),
      approval: wave === 2,
      parallel: 10,
    })),
  },
  { what: 'begun', at: start, targets: ['r0-0'], run: 'a' },
  { what: 'ended', at: start, target: 'r0-0', as: 'done', words: [], up: ['Tunnel1'] },
  { what: 'gate', at: start, wave: 0, passed: true, words: [] },
];
const inHand = (targets: readonly string[]): RolloutEvent => ({
  what: 'begun',
  at: start,
  targets: [...targets],
  run: 'b',
});
const ended = (target: string, as: 'done' | 'failed', ...words: string[]): RolloutEvent => ({
  what: 'ended',
  at: start,
  target,
  as,
  words,
  up: ['Tunnel1', 'Tunnel2'],
});
const south = (count: number): string[] => Array.from({ length: count }, (_, n) => `r1-${n}`);

const table = (more: readonly RolloutEvent[], columns = 79, now = start + 7 * 60_000, props: object = {}) =>
  rolloutTable({ declared: declared(props), state: stateOf([...events, ...more])!, again }, columns, now);

test('waves with bars and counts, what is in hand, what failed and why, the time that is left', () => {
  const more = [inHand(south(20)), ...south(10).map((id) => ended(id, id === 'r1-3' ? 'failed' : 'done', 'no room'))];
  const window = { zone: 'UTC', from: '22:00', until: '04:00' };
  expect(table(more, 79, start + 7 * 60_000, { window })).toEqual([
    'march: wave 2 of 3   10 of 81 devices done   7 min since 22:58 UTC',
    ' change window until 04:00 UTC, 4 h 55 min are left',
    ' canary     █████████████████████  1/1  gate passed',
    ' south      ████▓▒▒▒▒▒░░░░░░░░░░░ 9/40  1 failed, 10 in hand',
    ' all others ░░░░░░░░░░░░░░░░░░░░░ 0/40  waits for an approval',
    ' ✗ r1-3: failed: no room',
  ]);
});

test('a gate that is asked says how many tunnels must be up again; an approval, what to type', () => {
  const whole = [inHand(south(40)), ...south(40).map((id) => ended(id, 'done'))];
  const asked: RolloutEvent = { what: 'gate asked', at: start, wave: 1 };
  expect(table([...whole, asked]).at(2)).toMatch(/^ south +█+ 40\/40 {2}gate is asked, 80 tunnels were up$/);
  const passed: RolloutEvent = { what: 'gate', at: start, wave: 1, passed: true, words: [] };
  expect(table([...whole, asked, passed]).slice(-1)).toEqual([
    ' waits for an approval: tunnelwright rollout approve march',
  ]);
});

test('a command that is too long for the window is broken into rows, and nothing of it is cut off', () => {
  const lab = (verb: string): string =>
    `npx tunnelwright rollout ${verb} march --lab .lab/${'x'.repeat(50)}.json --app main.ts`;
  const passed: RolloutEvent = { what: 'gate', at: start, wave: 1, passed: true, words: [] };
  const whole = [inHand(south(40)), ...south(40).map((id) => ended(id, 'done')), passed];
  const bad = [inHand(south(6)), ...south(6).map((id) => ended(id, 'failed', 'no room'))];
  const rows = [whole, bad].flatMap((more) =>
    rolloutTable({ declared: declared(), state: stateOf([...events, ...more])!, again: lab }, 40, start),
  );
  const said = rows.join('').replaceAll(' ', '');
  expect(said).toContain(`waits for an approval: ${lab('approve')}`.replaceAll(' ', ''));
  expect(said).toContain(`and 2 more: ${lab('report')}`.replaceAll(' ', ''));
  expect(rows.filter((row) => /tunnelwright|xx|main/.test(row) && row.length > 40)).toEqual([]);
});

test('a reason has two lines where one is too short, and of many failures the last are shown', () => {
  const bad = south(6).map((id) =>
    ended(id, 'failed', 'the proposal strong exists and is not managed; take it over, or give yours another name'),
  );
  const lines = table([inHand(south(6)), ...bad], 40);
  expect(lines.slice(4, 6)).toEqual([
    ' ✗ r1-2: failed: the proposal strong',
    '   exists and is not managed; take it …',
  ]);
  expect(lines.slice(-2)).toEqual(['   and 2 more: tunnelwright rollout', '     report march']);
});

test('what is there is seen, however small its part, and a bar is never longer than its place', () => {
  const one = [inHand(south(2)), ended('r1-0', 'failed')];
  expect(table(one).at(2)).toContain(' ▓▒░');
  const lines = rolloutTable({ declared: declared(), state: rolloutOfGuide(), again }, 79, Date.UTC(2026, 2, 2));
  const guide = readFileSync(join(__dirname, '../../../../docs/how-to/rollout.md'), 'utf8');
  expect(guide).toContain(lines.slice(0, 4).join('\n'));
  expect(lines.slice(0, 4)).toEqual([
    'march: wave 2 of 3   97 of 500 devices done   0 min since 00:00 UTC',
    ' canary     ███████████████████    1/1  gate passed',
    ' south      █████████▓░░░░░░░░░ 96/199  GATE FAILED; 3 failed',
    ' all others ░░░░░░░░░░░░░░░░░░░  0/300  waits for an approval',
  ]);
});

test('of many waves those around the one under way are shown', () => {
  const waves = Array.from({ length: 30 }, (_, n) => ({
    name: `w${n}`,
    steps: [[`d${n}`]],
    approval: false,
    parallel: 1,
  }));
  const passed = (wave: number): RolloutEvent => ({ what: 'gate', at: start, wave, passed: true, words: [] });
  const state = stateOf([
    { ...(events[0] as Extract<RolloutEvent, { what: 'started' }>), waves },
    ...Array.from({ length: 12 }, (_, n) => [inHand([`d${n}`]), ended(`d${n}`, 'done'), passed(n)]).flat(),
  ])!;
  const lines = rolloutTable({ declared: declared(), state, again }, 79, start);
  expect(lines.map((line) => /wave \d+|… \d+|\bw\d+/.exec(line)?.[0])).toEqual([
    'wave 13',
    '… 9',
    ...Array.from({ length: 10 }, (_, n) => `w${n + 9}`),
    '… 11',
  ]);
});
