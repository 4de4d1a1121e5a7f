import { z } from 'zod';
import { plainLine, plainLines } from '../kernel/text';

type Params = Parameters<typeof z.string>[0];
interface Words {
  readonly error: string | ((issue: { readonly input?: unknown }) => string);
}

const unseen = 'or other control or invisible character';
/**
 * Text of one line, as every string of a declaration is: a line break in it would be a line of its own on a device, and
 * what is invisible would be read by the device and not by the person who reviews the plan.
 */
export const plain = (params?: Params) =>
  z.string(params).regex(plainLine, { error: `one line: no line break ${unseen}`, abort: true });

/** A URL. What reads URLs leaves line breaks and blanks at the ends out without a word; here they are refused. */
export const plainUrl = ({ protocol, error }: Words & { readonly protocol: RegExp }) =>
  plain({ error }).refine((text) => !/\s/.test(text) && z.url({ protocol }).safeParse(text).success, { error });

/** Text of several lines: the content of a file, a certificate. */
export const plainBlock = (params?: Params) =>
  z
    .string(params)
    .regex(plainLines, { error: 'plain text: no control or invisible character but line breaks', abort: true });
