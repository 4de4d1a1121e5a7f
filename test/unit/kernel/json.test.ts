import fc from 'fast-check';
import { digest, sameJson, sortKeys, stableJson } from '../../../lib/kernel/json';
import { holds } from '../../support/properties';

test('keys come in order, at every depth, and lists keep theirs', () => {
  expect(stableJson({ b: 1, a: [{ d: 2, c: 3 }, 1] })).toBe('{"a":[{"c":3,"d":2},1],"b":1}');
});
test('members that are undefined are left out', () => {
  expect(stableJson({ a: undefined, b: null })).toBe('{"b":null}');
  expect(sameJson({ a: undefined }, {})).toBe(true);
});
test('indent is that of JSON.stringify', () => {
  expect(stableJson({ a: 1 }, 2)).toBe('{\n  "a": 1\n}');
});
test('lists in another order are another value', () => {
  expect(sameJson([1, 2], [2, 1])).toBe(false);
});
test('the digest is the SHA-256 of the stable text', () => {
  expect(digest({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
});
test('equal values have equal text, whatever order their keys were written in', () =>
  holds(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(stableJson(turned)).toBe(stableJson(value));
      expect(digest(turned)).toBe(digest(value));
      expect(JSON.parse(stableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  ));

test('what is in order is not sorted a second time', () => {
  const sorted = sortKeys({ b: [{ d: 1, c: undefined }], a: { 10: 'x' } });
  expect(sorted).toEqual({ a: { 10: 'x' }, b: [{ d: 1 }] });
  expect(sortKeys(sorted)).toBe(sorted);
});
test('what is no plain object is its members', () => {
  expect(stableJson({ when: new Date(0) })).toBe('{"when":{}}');
});
