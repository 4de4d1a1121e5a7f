import type { Wire } from '../../../desired/rest/grammar';
import type { Json, JsonObject } from '../../../kernel/json';
import { iseCondition, type IseCondition } from '../../../model/ise/condition';
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

const attributeIn = ({ isNegate, dictionaryName, attributeName, operator, attributeValue }: JsonObject): Json => ({
  dictionary: dictionaryName ?? null,
  attribute: attributeName ?? null,
  ...(operator === 'equals' ? {} : { operator: operator ?? null }),
  value: attributeValue ?? null,
  ...(String(isNegate) === 'true' ? { not: true } : {}),
});
/** Nothing where a part of it can be said in no condition: one of ISE's library, a block that is negated. */
const conditionIn = (json: Json): Json | undefined => {
  const body = json as JsonObject;
  const { conditionType: type, children, isNegate } = body;
  if (type === 'ConditionAttributes') return attributeIn(body);
  const isBlock = type === 'ConditionAndBlock' || type === 'ConditionOrBlock';
  if (!isBlock || !Array.isArray(children) || String(isNegate) === 'true') return undefined;
  const all = (children as readonly Json[]).map(conditionIn);
  if (all.some((one) => one === undefined)) return undefined;
  return { [type === 'ConditionAndBlock' ? 'all' : 'any']: all as Json[] };
};
/** Only what the schema takes: blocks are in each other no deeper than that. */
const readCondition = (json: Json): IseCondition | undefined => {
  const read = conditionIn(json);
  return iseCondition.safeParse(read).success ? (read as unknown as IseCondition) : undefined;
};

/** When a policy set or a rule is for a request, as the OpenAPI writes it. */
export const condition: Wire<IseCondition> = { to: written, from: readCondition, canonical };
