import { identifying } from '../../../desired/rest/identifying';
import { written } from '../../../desired/rest/manner';
import { isBlank } from '../../../desired/rest/place';
import type { JsonObject } from '../../../kernel/json';
import type { Kind } from '../../../model/nouns';
import { grammarFor } from '../normalize';

/** Members that come with every answer, and those that ISE fills in by itself. */
const filled: ReadonlySet<string> = new Set([
  ...['link', 'rank', 'default', 'isProxy', 'serviceName', 'modelName', 'softwareVersion', 'parent', 'parentId'],
  ...['passwordIDStore', 'expiryDate', 'dateModified', 'dateCreated', 'daysForPasswordExpiration', 'accountNameAlias'],
  ...[
    'enablePassword',
    'passwordNeverExpires',
    'authenticationSettings',
    'ndgtype',
    'othername',
    'NetworkDeviceIPList',
  ],
]);

/** Members of a body that no property writes: their names only, for a secret may stand in them. */
export const staysOf = (kind: Kind, body: JsonObject): readonly string[] => {
  const grammar = grammarFor(kind)!;
  const places = written(grammar).flatMap(([, { leaves }]) => leaves.map(({ at }) => at.split('.')[0]!));
  const fixed = Object.keys(grammar.fixed({ name: '', path: '' })['']!);
  const known = new Set([...places, ...fixed, ...filled, ...identifying]);
  return Object.entries(body)
    .filter(([name, value]) => !known.has(name) && !isBlank(value))
    .map(([name]) => name)
    .sort();
};
