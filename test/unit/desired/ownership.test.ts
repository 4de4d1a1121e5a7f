import { iniDialect } from '../../../lib/desired/ini/dialect';
import type { IniSection } from '../../../lib/desired/ini/section';
import { claimedBy, divided, isCreated, isWritten, joined, type Parts } from '../../../lib/desired/ownership';
import { restDialect } from '../../../lib/desired/rest/dialect';
import type { RestObject } from '../../../lib/desired/rest/object';

interface Setting {
  readonly key: string;
  readonly text: string;
}
const settings: Parts<Setting> = { place: ({ key }) => key, value: ({ key, text }) => `${key}=${text}` };
const setting = (line: string): Setting => {
  const [key = '', text = ''] = line.split('=');
  return { key, text };
};
const all = (...lines: readonly string[]): readonly Setting[] => lines.map(setting);

describe('parts of an object that several owners write', () => {
  test('are ours where we declare or own what stands there, whatever it says', () => {
    expect(divided(settings, all('a=1', 'b=2', 'c=3'), all('a=9'), all('c=3'))).toEqual({
      ours: all('a=1', 'c=3'),
      others: all('b=2'),
    });
    expect(claimedBy(settings, all('a=1'), undefined)(setting('a=2'))).toBe(true);
  });
  test('stay of others where they said the same before us, until we have written them', () => {
    const written = (owned: readonly Setting[] | undefined) =>
      all('a=1', 'b=2', 'c=3').filter(isWritten(settings, all('a=1', 'b=9'), owned));
    expect(written(undefined)).toEqual(all('b=2', 'c=3'));
    expect(written(all('a=0'))).toEqual(all('a=1', 'b=2', 'c=3'));
  });
  test('are ours while a change is under way, the old and the new', () => {
    expect(joined(settings, all('a=1', 'b=2'), all('a=3'))).toEqual(all('a=3', 'b=2'));
    expect(joined(settings, undefined, all('a=3'))).toEqual(all('a=3'));
  });
  test('are of an object that we created where nothing was there, for as long as we own it', () => {
    expect(isCreated(undefined, undefined)).toBe(true);
    expect(isCreated(undefined, {})).toBe(false);
    expect(isCreated({ created: true }, {})).toBe(true);
    expect(isCreated({ created: false }, undefined)).toBe(false);
  });
});

describe('a list in which others have members too', () => {
  const key = '#targets';
  const list = (...members: readonly string[]): RestObject => ({
    identity: 'policyassignments:edge-nat',
    kind: 'policy-assignment',
    name: 'edge-nat',
    collection: 'assignment/policyassignments',
    fixed: {},
    leaves: { [key]: members },
    sealed: [],
    parts: [],
    lists: [key],
    reference: {},
  });
  const members = (object: RestObject | undefined): unknown => object?.leaves[key];

  test('is shared by member', () => {
    const { ours, unmanaged } = restDialect.share(list('x', 'y', 'z'), list('x'), list('z'));
    expect(members(ours)).toEqual(['x', 'z']);
    expect(unmanaged).toEqual(['targets: y']);
  });
  test('keeps a member that was there before us and that we declare too, when ours go', () => {
    const owned = restDialect.remember(list('theirs', 'ours'), list('theirs'), undefined);
    expect(members(owned)).toEqual(['ours']);
    const { ours, unmanaged } = restDialect.share(list('theirs', 'ours'), undefined, owned);
    expect(members(ours)).toEqual(['ours']);
    expect(unmanaged).toEqual(['targets: theirs']);
    expect(restDialect.steps(ours, undefined)).toMatchObject([{ method: 'PUT', leaving: { targets: ['ours'] } }]);
  });
  test('is no change where nothing of it is ours', () => {
    const owned = restDialect.remember(list('theirs'), list('theirs'), undefined);
    expect(restDialect.share(list('theirs'), undefined, owned)).toEqual({
      ours: undefined,
      unmanaged: ['targets: theirs'],
    });
  });
  test('remembers members that leave until they have left', () => {
    expect(members(restDialect.both(list('old', 'kept'), list('kept', 'new')))).toEqual(['kept', 'new', 'old']);
  });
});

describe('a section of a file in which others have keys too', () => {
  const section = (...lines: readonly string[]): IniSection => ({
    name: 'main',
    ownership: 'lines',
    entries: all(...lines),
  });
  test('keeps a key that was there before us with the value that we wanted', () => {
    expect(iniDialect.remember(section('a=1', 'b=2'), section('a=1', 'b=9'), undefined)).toEqual(section('b=2'));
  });
  test('is ours where we created it and no key of others is in it', () => {
    const owned = iniDialect.remember(section('a=1'), undefined, undefined);
    expect(iniDialect.share(section('a=1'), undefined, owned).ours).toEqual(owned);
    expect(iniDialect.share(section('a=1', 'z=1'), undefined, owned)).toEqual({
      ours: section('a=1'),
      unmanaged: ['z=…'],
    });
  });
});
