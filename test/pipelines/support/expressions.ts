/** The names that an expression of a workflow uses. */
export type Scope = Readonly<Record<string, unknown>>;

/** GitHub's expressions, as far as the workflow uses them, are JavaScript: `==`, `&&`, `||`, `!`, calls and text in single quotes. */
export const evaluate = (expression: string, scope: Scope): unknown => {
  const names = Object.keys(scope);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const compute = new Function(...names, `return (${expression})`) as (...values: readonly unknown[]) => unknown;
  return compute(...names.map((name) => scope[name]));
};

/** A text with `${{ … }}` in it. */
export const filledIn = (text: string, scope: Scope): string =>
  text.replace(/\$\{\{(.+?)\}\}/g, (_, expression: string) => String(evaluate(expression, scope) ?? ''));

/** An `if:`, with or without `${{ }}`. */
export const isTrue = (condition: string, scope: Scope): boolean =>
  Boolean(evaluate(/^\$\{\{(.*)\}\}$/.exec(condition)?.[1] ?? condition, scope));
