import { z } from 'zod';
import { seen } from '../wording';

/** Anything with a place in the construct tree: the device that clients connect to, or something on it. */
export interface Placed {
  readonly node: { readonly path: string };
}
const isPlaced = (value: unknown): value is Placed => typeof (value as Placed | undefined)?.node?.path === 'string';

/**
 * The device that answers clients: its construct, or something on it. Clients and headends are on different targets, so
 * this is not a reference within one: it is kept as a construct path, and looked up across the stack.
 */
export const headend = z
  .custom<Placed | string>((value) => isPlaced(value) || (typeof value === 'string' && value !== ''), {
    error: ({ input }) =>
      `${input === undefined ? 'is missing' : `${seen(input)} is not a valid headend`}: give the construct of the device, or 'elsewhere' for one that is not declared here`,
  })
  .transform((value): string => (typeof value === 'string' ? value : value.node.path));

/** A headend that is not declared: it is not looked for. */
export const elsewhere = 'elsewhere';
