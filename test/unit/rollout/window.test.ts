import { closesAt, isOpen, opensAt } from '../../../lib/rollout/window';

const utc = (text: string): number => Date.parse(`${text}:00Z`);
const show = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString().slice(0, 16);

describe('a change window', () => {
  const night = { zone: 'Europe/Berlin', from: '22:00', until: '04:00', days: ['fri' as const] };

  test.each([
    ['2026-01-09T20:59', false],
    ['2026-01-09T21:00', true],
    ['2026-01-10T02:59', true],
    ['2026-01-10T03:00', false],
    // The next evening is not one on which it begins.
    ['2026-01-10T22:00', false],
  ])('past midnight, at %s UTC: %s', (at, open) => expect(isOpen(night, utc(at))).toBe(open));

  test('opens by the clock on the wall, in winter and in summer', () => {
    expect(show(opensAt(night, utc('2026-01-07T12:00')))).toBe('2026-01-09T21:00');
    expect(show(opensAt(night, utc('2026-07-08T12:00')))).toBe('2026-07-10T20:00');
  });

  test('is open at once where there is none, and where it is open already', () => {
    expect(opensAt(undefined, 5)).toBe(5);
    expect(opensAt(night, utc('2026-01-09T23:00'))).toBe(utc('2026-01-09T23:00'));
  });

  test('closes at the next minute in which it is not open, and never where there is none or it is closed', () => {
    expect(show(closesAt(night, utc('2026-01-09T23:00')))).toBe('2026-01-10T03:00');
    expect([closesAt(undefined, 5), closesAt(night, utc('2026-01-07T12:00'))]).toEqual([undefined, undefined]);
    expect(closesAt({ zone: 'UTC', from: '00:00', until: '00:00' }, utc('2026-01-07T12:00'))).toBeUndefined();
  });

  test('opens on the next day where the clock goes forward over it', () => {
    // On 29 March 2026 there is no 02:00 to 03:00 in Berlin.
    const early = { zone: 'Europe/Berlin', from: '02:10', until: '02:50' };
    expect(show(opensAt(early, utc('2026-03-28T12:00')))).toBe('2026-03-30T00:10');
  });
});
