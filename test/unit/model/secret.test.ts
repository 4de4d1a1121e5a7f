import fc from 'fast-check';
import {
  holdsSecretMarker,
  isSecretMarker,
  otherSecret,
  Secret,
  secretMarker,
  secretsOf,
} from '../../../lib/model/secret';
import { secretRef } from '../../support/arbitraries';
import { holds } from '../../support/properties';

test('a marker names the place and not the secret', () => {
  expect(secretMarker(Secret.fromEnv('PSK'))).toBe('<secret:env:PSK>');
  expect(secretMarker(Secret.fromFile('keys/psk.txt'))).toBe('<secret:file:keys/psk.txt>');
  expect(secretMarker(Secret.fromCommand('pass', 'show', 'vpn/psk'))).toBe('<secret:command:pass+show+vpn/psk>');
});
test('blanks, brackets and plus signs do not break a marker or make two the same', () => {
  expect(secretMarker(Secret.fromFile('my keys/<psk>'))).toBe('<secret:file:my%20keys/%3Cpsk%3E>');
  expect(secretMarker(Secret.fromCommand('a+b'))).not.toBe(secretMarker(Secret.fromCommand('a', 'b')));
  expect(secretMarker(Secret.fromCommand('a b'))).not.toBe(secretMarker(Secret.fromCommand('a', 'b')));
});
test('every marker is one word, known as a marker, and its own for each reference', () =>
  holds(
    fc.property(secretRef, secretRef, (a, b) => {
      expect(secretMarker(a)).toMatch(/^<secret:[^<>\s]+>$/);
      expect(isSecretMarker(secretMarker(a))).toBe(true);
      expect(holdsSecretMarker(` key ${secretMarker(a)} x`)).toBe(true);
      expect(secretMarker(a) === secretMarker(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  ));
test('the marker of an unknown secret is a marker too', () => {
  expect([isSecretMarker(otherSecret), holdsSecretMarker(`key ${otherSecret}`), holdsSecretMarker('key abc')]).toEqual([
    true,
    true,
    false,
  ]);
});
test('secrets are found at any depth, each once', () => {
  const psk = Secret.fromEnv('PSK');
  expect(secretsOf([{ a: psk, b: [{ c: psk, d: Secret.fromFile('x') }] }, 'text', null])).toEqual([
    psk,
    { secret: 'file', path: 'x' },
  ]);
});
