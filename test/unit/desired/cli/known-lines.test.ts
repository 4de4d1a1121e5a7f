import {
  everything,
  isKnownLine,
  knownLines,
  leadOfKnown,
  type KnownLines,
} from '../../../../lib/desired/cli/known-lines';

const known: KnownLines = {
  ...knownLines(['hostname', 'logging|snmp-server host']),
  'banner motd|login': everything,
  'group-policy * attributes': { vlan: {}, webvpn: { 'url-list': {} } },
  'http-headers': everything,
};

test.each([
  [['hostname edge']],
  [['HOSTNAME edge']],
  [['no hostname']],
  [['snmp-server   host inside']],
  [['group-policy GP attributes', 'vlan 20']],
  [['group-policy GP attributes', 'no vlan']],
  [['group-policy GP attributes', 'webvpn', 'url-list none']],
  [['http-headers', 'hsts-server', 'enable']],
])('known: %j', (path) => expect(isKnownLine(known, path)).toBe(true));

test.each([
  [['hostnames edge']],
  [['hostname edge', 'below it']],
  [['logging']],
  [['snmp-server community']],
  [['banner']],
  [['group-policy GP', 'vlan 20']],
  [['group-policy GP attributes', 'vlan 20', 'below it']],
  [['group-policy GP attributes', 'webvpn', 'homepage none']],
  [['other', 'http-headers']],
  [[]],
])('not known: %j', (path) => expect(isKnownLine(known, path)).toBe(false));

test('a section is called by the fixed words of its lead', () => {
  expect(leadOfKnown(known, 'group-policy GP attributes')).toBe('group-policy');
  expect(leadOfKnown(known, 'no hostname')).toBe('hostname');
  expect(leadOfKnown(known, 'frobnicate')).toBeUndefined();
});
