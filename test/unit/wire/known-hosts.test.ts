import { createHash, createHmac } from 'node:crypto';
import { hostName, knownKeys, sshFingerprint } from '../../../lib/wire/known-hosts';

const of = (text: string, host = 'edge.example.net', port = 22) => Object.fromEntries(knownKeys(text, host, port));

test('a host is written with its port unless it is 22', () => {
  expect([hostName('edge', 22), hostName('edge', 2222)]).toEqual(['edge', '[edge]:2222']);
});
test('plain entries are read, several hosts to a line, comments and blank lines passed over', () => {
  expect(of('# mine\n\nother,edge.example.net ssh-ed25519 AAAA comment\r\nelse ssh-rsa BBBB\n')).toEqual({
    'ssh-ed25519': ['AAAA'],
  });
});
test('a key of each type is kept, and several of one', () => {
  expect(
    of('edge.example.net ssh-ed25519 AAAA\nedge.example.net ssh-rsa BBBB\nedge.example.net ssh-ed25519 CCCC\n'),
  ).toEqual({
    'ssh-ed25519': ['AAAA', 'CCCC'],
    'ssh-rsa': ['BBBB'],
  });
});
test('another port is another host', () => {
  const text = 'edge.example.net ssh-rsa AAAA\n[edge.example.net]:2222 ssh-rsa BBBB\n';
  expect([of(text), of(text, 'edge.example.net', 2222), of(text, 'edge.example.net', 2223)]).toEqual([
    { 'ssh-rsa': ['AAAA'] },
    { 'ssh-rsa': ['BBBB'] },
    {},
  ]);
});
test('hashed names are read', () => {
  const salt = Buffer.alloc(20, 7);
  const hash = (name: string) => createHmac('sha1', salt).update(name).digest('base64');
  const line = (name: string) => `|1|${salt.toString('base64')}|${hash(name)} ssh-rsa AAAA\n`;
  expect(of(line('edge.example.net'))).toEqual({ 'ssh-rsa': ['AAAA'] });
  expect(of(line('[edge.example.net]:2222'), 'edge.example.net', 2222)).toEqual({ 'ssh-rsa': ['AAAA'] });
  expect(of(line('other'))).toEqual({});
});
test('wildcards match, and their dots are dots', () => {
  expect(of('*.example.net ssh-rsa AAAA')).toEqual({ 'ssh-rsa': ['AAAA'] });
  expect(of('edg?.example.net ssh-rsa AAAA')).toEqual({ 'ssh-rsa': ['AAAA'] });
  expect(of('*.example.net ssh-rsa AAAA', 'edgeXexampleXnet')).toEqual({});
  expect(of('EDGE.example.NET ssh-rsa AAAA')).toEqual({ 'ssh-rsa': ['AAAA'] });
});
test('a negated pattern takes its line out, wherever it stands', () => {
  expect(of('*.example.net,!edge.example.net ssh-rsa AAAA')).toEqual({});
  expect(of('!edge.*,*.example.net ssh-rsa AAAA', 'core.example.net')).toEqual({ 'ssh-rsa': ['AAAA'] });
});
test('a revoked key is none, even where another line has it', () => {
  expect(of('edge.example.net ssh-rsa AAAA\n@revoked * ssh-rsa AAAA\n')).toEqual({});
  expect(of('@cert-authority *.example.net ssh-rsa AAAA\n')).toEqual({});
});
test('a fingerprint is what ssh-keygen prints', () => {
  const digest = createHash('sha256').update('key').digest('base64').replace(/=+$/, '');
  expect(sshFingerprint(Buffer.from('key'))).toBe(`SHA256:${digest}`);
});
