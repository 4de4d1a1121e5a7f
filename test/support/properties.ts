import fc from 'fast-check';

/** Runs of each property. The seed is fixed, so that a failure is the same one tomorrow; fast-check prints it with the failure. */
export const runs = Number(process.env['FC_RUNS'] ?? 15);
export const seed = Number(process.env['FC_SEED'] ?? 20260101);

/** Asserts a property under the suite's seed and number of runs, or a part of them for what takes long. */
export const holds = (property: fc.IRawProperty<unknown>, options: { times?: number } = {}): void =>
  fc.assert(property as fc.IProperty<unknown>, { seed, numRuns: Math.ceil(runs * (options.times ?? 1)) });
