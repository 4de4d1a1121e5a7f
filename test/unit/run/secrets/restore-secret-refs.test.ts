import { restoreSecretRefs } from '../../../../lib/run/secrets/restore-secret-refs';

const other = '<secret:other>';
const [a, b] = ['<secret:env:A>', '<secret:env:B>'];

test.each([
  ['the same place', { ikey: other, skey: other }, { ikey: a, skey: b }, { ikey: a, skey: b }],
  ['the only place', [`key ${other}`, 'x'], ['y', 'x', `key ${a}`], [`key ${a}`, 'x']],
  ['one of two places that are not the same', [other], ['x', a, b], [other]],
  ['nowhere', [other], undefined, [other]],
  ['another text around it', [`key 0 ${other}`], [`key 7 ${a}`], [`key 0 ${other}`]],
  ['what has no secret', { list: [1, null, 'x'] }, { list: [a, a, a] }, { list: [1, null, 'x'] }],
])('a secret that is read as anybody’s is known from %s', (_where, live, owned, wanted) => {
  expect(restoreSecretRefs(live, owned)).toEqual(wanted);
});
