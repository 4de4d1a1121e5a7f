import { z } from 'zod';
import { noun } from '../noun';
import { stays } from '../raw-lines';
import { objectName, preference, text } from '../values';

/** Lines at the top level that no construct knows yet: typed as text, compared and taken back like the rest. */
export const rawConfig = noun(
  'raw-config',
  'raw configuration',
  z.strictObject({
    /** By which the plan knows it. */
    name: objectName,
    /** Lines as the device prints them: it compares them as text. */
    lines: preference(text(250).superRefine(stays), 'line'),
  }),
);
