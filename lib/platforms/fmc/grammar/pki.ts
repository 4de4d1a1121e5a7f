import { outsideBody, field, listOf, refused, type RestGrammar, type Wire } from '../../../desired/rest/grammar';
import type { Json, JsonObject } from '../../../kernel/json';
import { nameComponents } from '../../../model/shared/certificate-map';
import type { NounOf } from '../../../model/nouns';
import { alike, capitals } from './words';

type Rule = NonNullable<NounOf<'certificate-map'>['rules']>[number];
const fields: readonly (readonly [Rule['field'], string])[] = [
  ['subject-name', 'SUBJECT'],
  ['issuer-name', 'ISSUER'],
  ['alt-subject-name', 'ALTERNATIVE_SUBJECT'],
  ['extended-key-usage', 'EXTENDED_KEY_USAGE'],
];
const operators: readonly (readonly [Rule['operator'], string])[] = [
  ['eq', 'EQUALS'],
  ['co', 'CONTAINS'],
  ['ne', 'DOES_NOT_EQUAL'],
  ['nc', 'DOES_NOT_CONTAIN'],
];
/** Spelled as the wire has them, British where it is. */
const components = alike(
  capitals(nameComponents, { organization: 'ORGANISATION', 'organizational-unit': 'ORGANISATIONAL_UNIT' }),
  {
    ORGANIZATION: 'ORGANISATION',
    ORGANIZATION_UNIT: 'ORGANISATIONAL_UNIT',
    ORGANIZATIONAL_UNIT: 'ORGANISATIONAL_UNIT',
  },
);
const rule: Wire<Rule> = {
  to: (value, look) => ({
    field: fields.find(([mine]) => mine === value.field)![1],
    component:
      value.component === undefined
        ? 'WHOLE_FIELD'
        : components.to(value.component as (typeof nameComponents)[number], look),
    operator: operators.find(([mine]) => mine === value.operator)![1],
    value: value.value,
  }),
  from: (json) => {
    const body = json as JsonObject;
    const found = fields.find(([, theirs]) => theirs === body['field']);
    const how = operators.find(([, theirs]) => theirs === body['operator']);
    if (!found || !how) return undefined;
    const component = components.from(body['component'] ?? null);
    return {
      field: found[0],
      ...(component === undefined ? {} : { component }),
      operator: how[0],
      value: String(body['value']),
    };
  },
  canonical: (json) => {
    const { field: where, component, operator, value } = json as Record<string, Json>;
    return {
      field: where!,
      component: components.canonical!(component ?? 'WHOLE_FIELD'),
      operator: operator!,
      value: value!,
    };
  },
};

const unknownRule = (rules: readonly Rule[]): string | undefined => {
  if (rules.some(({ component }) => component === 'user-principal-name'))
    return 'an FMC has no user-principal-name: compare the whole alt-subject-name, without component';
  const strange = rules.find(
    (each) => !fields.some(([mine]) => mine === each.field) || !operators.some(([mine]) => mine === each.operator),
  );
  return (
    strange &&
    `an FMC has no ${strange.field} ${strange.operator}: write ${fields.map(([mine]) => mine).join(', ')} with ${operators.map(([mine]) => mine).join(', ')}`
  );
};

export const certificateMap: RestGrammar<NounOf<'certificate-map'>> = {
  form: 'object',
  collection: 'object/certificatemaps',
  key: 'certificatemaps',
  type: 'CertificateMap',
  fixed: () => ({ '': { type: 'CertificateMap' } }),
  required: ['rules'],
  fields: {
    sequence: outsideBody,
    rules: { ...field('rules', listOf(rule)), refuses: unknownRule },
    alternatives: refused(
      'a certificate map of an FMC is one list of rules: write rules, and another map for each other list',
    ),
  },
};
