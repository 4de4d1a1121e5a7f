import { ProblemError, type Problem } from '../../kernel/problem';

/** Words without the secrets of a run. */
export type Mask = (text: string) => string;

/** Values by the markers that stand for them. */
type Values = readonly (readonly [string, string])[];

/** Shorter values are in too many words. */
const shortest = 4;

/** The base64 of whatever holds the value: by where in it the value begins, the characters that it alone decides. */
const base64In = (value: string): readonly string[] =>
  [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]);
    const text = bytes.toString('base64').replace(/=+$/, '');
    return text.slice(before === 0 ? 0 : before + 1, bytes.length % 3 === 0 ? undefined : -1);
  });

const urlEncoded = (value: string): readonly string[] => {
  const strict = encodeURIComponent(value).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const all = [encodeURIComponent(value), strict, new URLSearchParams({ v: value }).toString().slice(2)];
  return [...all, ...all.map((text) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()))];
};

const named: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

/** How a device or a service may quote a value. */
const formsOf = (value: string): readonly string[] => {
  const hex = Buffer.from(value).toString('hex');
  const base64 = [Buffer.from(value).toString('base64'), ...base64In(value)];
  return [
    value,
    JSON.stringify(value).slice(1, -1),
    value.replace(/[&<>"']/g, (c) => `&${named[c]};`),
    ...urlEncoded(value),
    ...[...base64, ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))],
    hex,
    hex.toUpperCase(),
  ].filter((form) => form.length >= shortest);
};

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

interface Form {
  readonly marker: string;
  readonly form: string;
}

/** A value that holds another comes before it. */
const formsIn = (values: Values): readonly Form[] =>
  values
    .filter(([, value]) => value.length >= shortest)
    .flatMap(([marker, value]) => [...new Set(formsOf(value))].map((form) => ({ marker, form })))
    .sort((a, b) => b.form.length - a.form.length);

/** Markers stay as they are. */
const patternOf = (forms: readonly Form[]): RegExp =>
  new RegExp(['<secret:[^<>\\s]+>', ...forms.map(({ form }) => `(${literal(form)})`)].join('|'), 'g');

/** The lengths that are left of a form which a quotation cuts off, the longest first. */
const cutLengths = ({ form }: Form): readonly number[] =>
  Array.from({ length: form.length - shortest }, (_, i) => form.length - 1 - i);

/** Without the beginning of a form at its end. */
const withoutHead = (text: string, forms: readonly Form[]): string => {
  for (const each of forms) {
    const length = cutLengths(each).find((n) => text.endsWith(each.form.slice(0, n)));
    if (length !== undefined) return `${text.slice(0, -length)}${each.marker}`;
  }
  return text;
};

/** Without the end of a form at its beginning. */
const withoutTail = (text: string, forms: readonly Form[]): string => {
  const words = text.trimStart();
  for (const each of forms) {
    const length = cutLengths(each).find((n) => words.startsWith(each.form.slice(-n)));
    if (length !== undefined) return `${text.slice(0, text.length - words.length)}${each.marker}${words.slice(length)}`;
  }
  return text;
};

/** A quotation that is too long ends, or begins, with `…`, perhaps in the middle of a value. */
const withoutCut = (text: string, forms: readonly Form[]): string => {
  const [first = '', ...others] = text.split('…');
  return others.reduce((before, after) => `${withoutHead(before, forms)}…${withoutTail(after, forms)}`, first);
};

const isSame = (a: Values, b: Values): boolean =>
  a.length === b.length && a.every(([marker, value], i) => marker === b[i]![0] && value === b[i]![1]);

/**
 * Puts the marker in the place of each value, also where it is quoted in another form: of JSON, XML or a URL, in base64 or
 * hexadecimal, or cut off. `values`: by marker; more may come while it is used.
 */
export const maskOf = (values: () => Values): Mask => {
  let known: Values = [];
  let forms: readonly Form[] = [];
  let pattern = patternOf(forms);
  return (text) => {
    const now = values();
    if (!isSame(now, known)) {
      [known, forms] = [now, formsIn(now)];
      pattern = patternOf(forms);
    }
    const whole = text.replace(pattern, (found: string, ...groups: readonly unknown[]) => {
      const nth = forms.findIndex((_, i) => groups[i] !== undefined);
      return nth === -1 ? found : forms[nth]!.marker;
    });
    return withoutCut(whole, forms);
  };
};

export const maskedProblem =
  (mask: Mask) =>
  (problem: Problem): Problem => ({
    ...problem,
    path: mask(problem.path),
    message: mask(problem.message),
    ...(problem.hint === undefined ? {} : { hint: mask(problem.hint) }),
  });

/** What was thrown, with its words masked: of the same class. */
export const maskedError = (error: unknown, mask: Mask): unknown => {
  if (error instanceof ProblemError) {
    const masked = new ProblemError(error.problems.map(maskedProblem(mask)));
    if (error.stack !== undefined) masked.stack = mask(error.stack);
    return masked;
  }
  if (!(error instanceof Error)) return typeof error === 'string' ? mask(error) : error;
  error.message = mask(error.message);
  if (error.stack !== undefined) error.stack = mask(error.stack);
  return error;
};
