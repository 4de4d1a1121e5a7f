import { problem, ProblemError } from '../../../../lib/kernel/problem';
import { maskedError, maskOf } from '../../../../lib/run/secrets/mask';

const value = `Lk4;"fern"=<quay> & 'é'+/%`;
const marker = '<secret:env:DIRECTORY>';
const mask = maskOf(() => [
  [marker, value],
  ['<secret:env:PIN>', '123'],
]);
const base64 = (text: string): string => Buffer.from(text).toString('base64');

test.each([
  ['as it is', value],
  ['in JSON', JSON.stringify(value).slice(1, -1)],
  ['in XML', 'Lk4;&quot;fern&quot;=&lt;quay&gt; &amp; &apos;é&apos;+/%'],
  ['in a URL', encodeURIComponent(value)],
  ['in a URL, with small letters', encodeURIComponent(value).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())],
  ['in a form', new URLSearchParams({ v: value }).toString().slice(2)],
  ['in base64', base64(value)],
  ['in base64 of a URL', Buffer.from(value).toString('base64url')],
  ['in hexadecimal', Buffer.from(value).toString('hex')],
])('a value that is quoted %s is masked', (_, quoted) => {
  expect(mask(`invalid value "${quoted}" here`)).toBe(`invalid value "${marker}" here`);
});

test.each(['a', 'ab', 'abc'])('base64 of a login, behind %s', (user) => {
  const shown = mask(`Authorization: Basic ${base64(`${user}:${value}`)}`);
  expect(shown).toContain(marker);
  expect(shown).not.toContain(base64(value).slice(4, -4));
});

test('what a quotation cuts off is masked too, at its end and at its beginning', () => {
  expect(mask('value Lk4;"fern"…')).toBe(`value ${marker}…`);
  expect(mask(`"… <quay> & 'é'+/% is wrong"`)).toBe(`"… ${marker} is wrong"`);
  expect(mask('value Lk…')).toBe('value Lk…');
});

test('a value that holds another is masked whole, a short one is not, and a marker stays', () => {
  const both = maskOf(() => [
    [marker, value],
    ['<secret:env:LONGER>', `${value}-and-more`],
  ]);
  expect(both(`${value}-and-more`)).toBe('<secret:env:LONGER>');
  expect(mask('port 123')).toBe('port 123');
  expect(maskOf(() => [['<secret:env:WORD>', 'secret']])('<secret:env:A> is secret')).toBe(
    '<secret:env:A> is <secret:env:WORD>',
  );
});

test('a value that comes later is masked from then on', () => {
  const values: [string, string][] = [];
  const later = maskOf(() => [...values]);
  expect(later('heron')).toBe('heron');
  values.push(['<secret:made:x>', 'heron']);
  expect(later('heron')).toBe('<secret:made:x>');
});

test('what is thrown keeps its class, and has no value in message, hint and trace', () => {
  const fault = maskedError(new TypeError(`no ${value}`), mask) as Error;
  expect([fault instanceof TypeError, fault.message]).toEqual([true, `no ${marker}`]);
  expect(fault.stack).not.toContain(value);
  const refused = maskedError(new ProblemError([problem('a.b', 'p', `no ${value}`, `not ${value}`)]), mask);
  expect((refused as ProblemError).problems).toEqual([problem('a.b', 'p', `no ${marker}`, `not ${marker}`)]);
  expect((refused as ProblemError).stack).not.toContain(value);
});
