import { invalid } from '../answer';
import { crud, description, flag, line, list, nameShape, need, number, object, oneOf } from '../members';
import type { Collection } from '../world';

export const clientAttributes = 'object/anyconnectcustomattributes';

/** The member that goes with each type. */
const members = {
  DYNAMIC_SPLIT_TUNNELING: 'dynamicSplitTunnel',
  ALLOW_DEFER_UPDATE: 'deferUpdate',
  PER_APP_VPN: 'perAppVpnBase64EncodedValue',
  USER_DEFINED_CUSTOM_ATTR: 'userDefinedAttribute',
} as const;

/** What Secure Client is told besides. */
export const clientAttribute: Collection = {
  at: clientAttributes,
  type: 'AnyConnectCustomAttribute',
  verbs: crud,
  writes: '7.4',
  unique: [clientAttributes],
  members: {
    name: nameShape,
    description,
    overridable: flag(false),
    attributeType: oneOf(Object.keys(members).join(' '), true),
    dynamicSplitTunnel: object({ includeDomains: list(need), excludeDomains: list(need) }),
    deferUpdate: object({
      promptType: oneOf('SHOW_UNTIL_USER_ACTION SHOW_UNTIL_TIMEOUT NO_PROMPT_AUTO_ACTION'),
      promptDismissTimeout: number(1, 300),
      defaultAction: oneOf('DEFER UPDATE'),
      minimumAnyConnectVersion: line,
    }),
    perAppVpnBase64EncodedValue: line,
    userDefinedAttribute: object({ name: line, value: line }),
  },
  check: (_world, { body, before }) => {
    const type = body['attributeType'] as keyof typeof members;
    if (before && before['attributeType'] !== type) throw invalid('attributeType cannot be changed');
    const own = members[type];
    if (body[own] === undefined) throw invalid(`Missing required field: ${own}`);
    const strange = Object.values(members).find((member) => member !== own && body[member] !== undefined);
    if (strange) throw invalid(`Invalid value for ${strange}: it is not of ${type}`);
  },
  scope: 'users',
};
