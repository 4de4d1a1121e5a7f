import { answersIn, echoAt, promptsOf } from '../../../lib/wire/echo';

const prompts = promptsOf('edge');
const outputs = (lines: readonly string[], text: string): readonly string[] =>
  answersIn(lines, text, prompts).value.map(({ output }) => output);

test.each([
  ['show run\r\n', 'show run', 8],
  ['  show  run \r\n', 'show run', 12],
  ['show ru', 'show run', 'partial'],
  ['show run', 'show run', 'partial'],
  ['show running\r\n', 'show run', undefined],
  ['', 'show run', 'partial'],
  ['staff only\r\n', 'show run', undefined],
  ['show lo\r\nng line\r\n', 'show long line', 16],
])('the echo in %j of %j ends at %j', (text, typed, end) => {
  expect(echoAt(text, 0, typed)).toBe(end);
});
test('a line that scrolls on a narrow terminal is known by its end', () => {
  const typed = `description ${'x'.repeat(80)} the end of it`;
  expect(echoAt(`description xxxx\b\b\b\b$xxx the end of it\r\n`, 0, typed)).toBe(38);
  expect(echoAt(`description xxxx\b\b\b\b$xxx another end\r\n`, 0, typed)).toBeUndefined();
});

test.each([
  ['edge#', true],
  ['edge# ', true],
  ['edge(config-if)#', true],
  ['edge>', true],
  ['edge-core#', false],
  ['edg#', false],
  ['edge/act#', false],
  ['edges(config)#', false],
])('%j alone on a line is a prompt of edge: %j', (text, is) => {
  expect([...`\r\n${text}`.matchAll(prompts)].length === 1).toBe(is);
});
test('of a long name a mode shows at least 20 characters, and the exec prompt all', () => {
  const long = promptsOf('a-very-long-router-name-of-mumbai');
  const known = [
    'a-very-long-router-n(config)#',
    'a-very-long-router-name-of(config)#',
    'a-very-long-router-name-of-mumbai#',
  ];
  for (const text of known) expect(text.match(long)).toEqual([text]);
  expect('a-very-long-router-n#'.match(long)).toBeNull();
  expect('a-very-long-router(config)#'.match(long)).toBeNull();
});

test('a prompt in an answer is part of it, where the next line is not echoed behind it', () => {
  const text = 'show\r\none\r\nedge# staff only\r\nedge#\r\ntwo\r\nedge#next\r\nthree\r\nedge#';
  expect(outputs(['show', 'next'], text)).toEqual(['one\nedge# staff only\nedge#\ntwo', 'three']);
});
test('an answer does not end before its prompt stands alone at the end', () => {
  expect(outputs(['show'], 'show\r\none\r\nedge# staff')).toEqual([]);
  expect(outputs(['show'], 'show\r\none\r\nedge#')).toEqual(['one']);
});
test('what came before the echo of the first line is not an answer to it', () => {
  expect(outputs(['show'], ' staff only\r\nrest\r\nedge#show\r\none\r\nedge#')).toEqual(['one']);
});
test('no answer is taken without the echo of its line', () => {
  expect(answersIn(['show'], 'something else\r\nedge#', prompts)).toEqual({ value: [], used: 0, rest: undefined });
});
