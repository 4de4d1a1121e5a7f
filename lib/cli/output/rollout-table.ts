import type { Rollout } from '../../model/rollout';
import { decide } from '../../rollout/decide';
import { deviceCount, showGate, showWaiting, statusWords, type Again } from '../../rollout/show';
import { hasFailed, type DeviceProgress, type DeviceStatus, type RolloutState } from '../../rollout/state';
import { closesAt } from '../../rollout/window';
import { rowsOf, wrapped } from './wrapped';

/** What is drawn while a rollout is at work. */
export interface RolloutPicture {
  readonly declared: Rollout;
  readonly state: RolloutState;
  readonly again: Again;
}

/** Waves around the one that is under way, devices that failed last; columns of a name, and of what is said of a wave. */
const most = { wavesBefore: 3, waves: 10, failures: 4, name: 24, words: 44 };

const clock = (at: number): string => new Date(at).toISOString().slice(11, 16);

/** `7 min`, `3 h 05 min`. */
const lasting = (ms: number): string => {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const rest = minutes % 60;
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(rest).padStart(2, '0')} min`;
};

const headLines = ({ declared, state }: RolloutPicture, now: number): readonly string[] => {
  const all = state.all();
  const done = all.filter(([, { status }]) => status === 'done').length;
  const closes = closesAt(declared.window, now);
  return [
    [
      `${declared.name}: wave ${Math.min(state.wave + 1, state.waves.length)} of ${state.waves.length}`,
      `${done} of ${deviceCount(all.length)} done`,
      `${lasting(now - state.started.at)} since ${clock(state.started.at)} UTC`,
    ].join('   '),
    ...(closes === undefined ? [] : [` change window until ${clock(closes)} UTC, ${lasting(closes - now)} are left`]),
  ];
};

/** `█` done, `▓` not as declared, `▒` in hand, `░` not begun; what is there is seen, however small its part. */
const barOf = (devices: readonly DeviceProgress[], width: number): string => {
  const count = (is: (device: DeviceProgress) => boolean): number => devices.filter(is).length;
  const parts = [
    ['█', count(({ status }) => status === 'done')],
    ['▓', count((device) => hasFailed(device) || device.status === 'kept')],
    ['▒', count(({ status }) => status === 'changing' || status === 'rolling back')],
  ] as const;
  let bar = '';
  for (const [sign, n] of parts) {
    const cells = n === 0 ? 0 : Math.max(1, Math.floor((n / devices.length) * width));
    bar += sign.repeat(cells);
  }
  const isAnyLeft = devices.some(({ status }) => status === 'waiting' || status === 'rolled back');
  return [...(isAnyLeft ? bar.padEnd(width, '░') : bar.padStart(width, '█'))].slice(0, width).join('');
};

/** What else there is of a wave than what is done or waits, the worst first. */
const others: readonly (readonly [DeviceStatus, string])[] = [
  ...(['failed', 'unknown', 'unreached', 'skipped', 'kept'] as const).map(
    (status) => [status, statusWords[status]] as const,
  ),
  ['changing', 'in hand'],
  ['rolling back', 'going back'],
  ['rolled back', statusWords['rolled back']],
];

/** `3 failed, 50 in hand` */
const othersOf = (devices: readonly DeviceProgress[]): string =>
  others
    .map(([kind, words]) => [devices.filter(({ status }) => status === kind).length, words] as const)
    .filter(([n]) => n > 0)
    .map(([n, words]) => `${n} ${words}`)
    .join(', ');

/** Where a wave is, shortest first. */
const wordsOf = (state: RolloutState, wave: number, devices: readonly DeviceProgress[]): string => {
  const tunnels = devices.reduce((sum, { up }) => sum + up.length, 0);
  const isAsked = wave === state.wave && state.gateAsked;
  const gate = isAsked
    ? `gate is asked${tunnels === 0 ? '' : `, ${tunnels} tunnels were up`}`
    : showGate(state, wave).replace('under way', '');
  return [gate, othersOf(devices)].filter((one) => one !== '').join('; ');
};

const waveLines = (state: RolloutState, columns: number): readonly string[] => {
  const first = Math.max(0, Math.min(state.wave - most.wavesBefore, state.waves.length - most.waves));
  const shown = state.waves.slice(first, first + most.waves).map(({ name, steps }, i) => {
    const devices = steps.flat().map((id) => state.device(id));
    const done = devices.filter(({ status }) => status === 'done').length;
    return { name, devices, count: `${done}/${devices.length}`, words: wordsOf(state, first + i, devices) };
  });
  const widest = (texts: readonly string[]): number => Math.max(...texts.map((text) => [...text].length));
  const names = Math.min(most.name, widest(shown.map(({ name }) => name)));
  const counts = widest(shown.map(({ count }) => count));
  const width = Math.max(8, Math.min(40, columns - names - counts - most.words));
  const [before, after] = [first, state.waves.length - first - shown.length];
  return [
    ...(before === 0 ? [] : [` … ${before} before`]),
    ...shown.map(({ name, devices, count, words }) => {
      const title = [...name].slice(0, names).join('').padEnd(names);
      return ` ${title} ${barOf(devices, width)} ${count.padStart(counts)}  ${words}`;
    }),
    ...(after === 0 ? [] : [` … ${after} after`]),
  ];
};

/** Two lines at most: the reason is what a person looks for. */
const reasonLines = (text: string, columns: number): readonly string[] => {
  const [first = '', second, ...more] = wrapped(text, columns).split('\n');
  return second === undefined ? [first] : [first, more.length === 0 ? second : `${second} …`];
};

const failureLines = ({ state, again }: RolloutPicture, columns: number): readonly string[] => {
  const bad = [...state.faulty];
  const more = bad.length - most.failures;
  return [
    ...bad.slice(-most.failures).flatMap((id) => {
      const { status, words } = state.device(id);
      return reasonLines(
        ` ✗ ${id}: ${statusWords[status]}${words.length === 0 ? '' : `: ${words.join('; ')}`}`,
        columns,
      );
    }),
    ...(more <= 0 ? [] : rowsOf(`   and ${more} more: ${again('report')}`, columns)),
  ];
};

/** How a rollout stands, for a terminal that is so many columns wide: its waves, what failed, what it waits for. */
export const rolloutTable = (picture: RolloutPicture, columns: number, now: number): readonly string[] => {
  const { declared, state, again } = picture;
  const decision = decide(declared, state, now);
  const isAtWork = decision.waitsFor === undefined || decision.waitsFor === 'devices' || state.outcome !== undefined;
  return [
    ...headLines(picture, now),
    ...waveLines(state, columns),
    ...failureLines(picture, columns),
    ...(isAtWork ? [] : rowsOf(` ${showWaiting(decision, again)}`, columns)),
  ];
};
