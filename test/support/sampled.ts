/** `WHOLE=1`: every case of what takes long; without it a sample, so that `npm test` stays short. */
export const isWhole = process.env['WHOLE'] === '1';

/** Every nth of them, or all. */
export const sampled = <T>(all: readonly T[], nth: number): T[] => all.filter((_one, i) => isWhole || i % nth === 0);
