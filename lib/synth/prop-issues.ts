import type { z } from 'zod';
import { problem, type Problem } from '../kernel/problem';
import { place } from '../model/wording';

/** What a schema finds wrong, in the user's terms. */
export const issues = (path: string, error: z.ZodError): readonly Problem[] =>
  error.issues.map((issue) =>
    problem('prop.invalid', path, issue.path.length === 0 ? issue.message : `${place(issue.path)}: ${issue.message}`),
  );
