import fc from 'fast-check';
import { wrongSignature } from '../../../../lib/lab/devices/duo-admin/signature';
import { authorization, formOf } from '../../../../lib/platforms/duo-admin/sign';
import { holds } from '../../../support/properties';

/** The example that Duo's own clients are tested with. */
const example = {
  method: 'POST',
  host: 'test.duosecurity.com',
  path: '/test/v1',
  date: 'Tue, 21 Aug 2012 17:29:18 -0000',
};

test('a form is signed as Duo signs its own example (version 2)', () => {
  const params = { realname: 'First Last', username: 'root' };
  expect(authorization('test_ikey', 'test_skey', { ...example, params }, 2)).toBe(
    'Basic dGVzdF9pa2V5OjA0MmEzMGM2ODJiZDgzNmZjNWJhNDY3ODkxYTk1NmVhYTEwMDkxY2EwZjczYTdmYjM5NmFlZmQ1NmEzNTI5ZTU2OTMyZGVhNDI3YTY3MjEzYWY2NjRiYTY4NDE2ODlmZjIzMzZiN2EzNzM3NjZlYTVhYjdhYjlmZTI2MzgyMjZi',
  );
});

test('JSON is signed as Duo signs its own example (version 5)', () => {
  const json = JSON.stringify({ realname: 'First Last', username: 'root' });
  expect(authorization('test_ikey', 'test_skey', { ...example, params: {}, json }, 5)).toBe(
    'Basic dGVzdF9pa2V5OjdkMDI0MDlhMTUyNzY0ODQzY2NjZDgyODRkYTE1M2IzZmI0NDZiYWFkNWY5OTg4ODYzMjVlMjRiYzljZDRhMjQ0ZGU4NWFkNGJmYTdlYTI4NWQ2ODIwOWYxNjA4MzU2NzNkOGI0ZjFlMWIyM2Q5Y2Q1MjFkMjZiZmU3ZjM2NmE0',
  );
});

test('a form has its fields by name, and everything but letters, digits and _.-~ escaped', () => {
  expect(formOf({ foo_bar: '2', foo: '1' })).toBe('foo=1&foo_bar=2');
  expect(formOf({ x: `!"#$%&'()*+,-./:;<=>?@[\\]^_\`{|}~ ` })).toBe(
    'x=%21%22%23%24%25%26%27%28%29%2A%2B%2C-.%2F%3A%3B%3C%3D%3E%3F%40%5B%5C%5D%5E_%60%7B%7C%7D~%20',
  );
  expect(formOf({ bar: '\u2815\uaaa3' })).toBe('bar=%E2%A0%95%EA%AA%A3');
});

const keys = { integrationKey: 'DIX', secretKey: 'skey', host: 'api.example.net' };
const now = Date.parse('2026-01-01T00:00:00Z');
const asked = (path: string, params: Readonly<Record<string, string>>, date: number, secretKey = keys.secretKey) => {
  const later = !path.startsWith('/admin/v1/');
  const json = JSON.stringify(params);
  const request = { method: 'POST', host: 'API.example.net', path, date: new Date(date).toUTCString() };
  const header = authorization(
    keys.integrationKey,
    secretKey,
    later ? { ...request, params: {}, json } : { ...request, params },
    later ? 5 : 2,
  );
  return {
    method: 'POST',
    path,
    query: new URLSearchParams(),
    headers: {
      date: request.date,
      authorization: header,
      'content-type': later ? 'application/json' : 'application/x-www-form-urlencoded',
    },
    text: later ? json : formOf(params),
    body: undefined,
  };
};

test('the simulated Duo takes what is signed so, whatever is in it, and nothing that was changed on its way', () =>
  holds(
    fc.property(
      fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), fc.string({ unit: 'grapheme' }), {
        maxKeys: 4,
      }),
      fc.constantFrom('/admin/v1/users', '/admin/v3/integrations'),
      (params, path) => {
        const request = asked(path, params, now);
        expect(wrongSignature(request, keys, now)).toBeUndefined();
        const changed = { ...request, text: request.text === '' ? 'a=1' : `${request.text}1` };
        expect(wrongSignature(changed, keys, now)?.[0]).toBe(40103);
      },
    ),
  ));

test.each<[string, number, string | undefined, number | undefined]>([
  ['four minutes old', -4 * 60_000, undefined, undefined],
  ['six minutes old', -6 * 60_000, undefined, 40105],
  ['six minutes ahead', 6 * 60_000, undefined, 40105],
  ['of another key', 0, 'other', 40103],
])('a request that is %s', (_what, off, secretKey, code) => {
  expect(wrongSignature(asked('/admin/v1/users', { a: 'b' }, now + off, secretKey), keys, now)?.[0]).toBe(code);
});
