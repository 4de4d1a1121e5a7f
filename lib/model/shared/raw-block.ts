import { z } from 'zod';
import { noun } from '../noun';
import { stays } from '../raw-lines';
import { preference, text } from '../values';
import { plain } from '../plain-text';

const line = plain()
  .max(250, { error: 'at most 250 characters' })
  .regex(/^ *[^\s!]\S*( \S+)*$/, { error: 'one line of words, indented where it is in a sub-mode' })
  .superRefine(stays);

/** A block that no construct knows yet: its header and its lines as text, compared and taken back like the rest. */
export const rawBlock = noun(
  'raw-block',
  'raw block',
  z.strictObject({
    /** The line that begins the block, as the device prints it: `router ospf 1`. */
    name: text(250).superRefine(stays),
    /** Lines below it, as the device prints them; lines of a sub-mode are indented. */
    lines: preference(line, 'line').optional(),
  }),
);
