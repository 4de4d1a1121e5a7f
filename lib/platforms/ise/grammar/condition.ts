import type { Wire } from '../../../desired/rest/grammar';
import type { Json, JsonObject } from '../../../kernel/json';
import type { IseCondition } from '../../../model/ise/condition';
import { only } from './wires';

type Attribute = Extract<IseCondition, { dictionary: string }>;
interface Block {
  readonly all?: readonly Written[] | undefined;
  readonly any?: readonly Written[] | undefined;
}
type Written = Attribute | Block;

const written = (condition: Written): JsonObject => {
  if ('dictionary' in condition)
    return {
      conditionType: 'ConditionAttributes',
      isNegate: condition.not,
      dictionaryName: condition.dictionary,
      attributeName: condition.attribute,
      operator: condition.operator,
      attributeValue: condition.value,
    };
  const { all, any = [] } = condition;
  return {
    conditionType: all === undefined ? 'ConditionOrBlock' : 'ConditionAndBlock',
    isNegate: false,
    children: (all ?? any).map(written),
  };
};

const leafMembers = only(
  'conditionType',
  'isNegate',
  'dictionaryName',
  'attributeName',
  'operator',
  'attributeValue',
  'id',
);

/** Without what ISE adds: links, and members that are null. */
const canonical = (json: Json): Json => {
  const body = json as JsonObject;
  const { children } = body;
  const isBlock = Array.isArray(children) && children.length > 0;
  const own = isBlock ? only('conditionType', 'isNegate')(json) : leafMembers(json);
  const said = Object.entries(own).filter(([name, value]) => value !== null && (name !== 'id' || isReference(body)));
  return { ...(isBlock ? { children: children.map(canonical) } : {}), ...Object.fromEntries(said) };
};
/** A condition of ISE's library: that is never what is declared here, and shows as what it is. */
const isReference = ({ conditionType }: JsonObject): boolean => conditionType === 'ConditionReference';

/** When a policy set or a rule is for a request, as the OpenAPI writes it. It is not read back as a noun. */
export const condition: Wire<IseCondition> = { to: written, from: () => undefined, canonical };
