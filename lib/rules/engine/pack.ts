import type { PackName } from './packs';
import type { Rule, Severity } from './rule';

/** A choice of rules, each with how bad it is here. An organisation writes its own. */
export interface Pack {
  /** Shown with each finding. */
  readonly name: string;
  /** Each rule with its severity here. */
  readonly rules: readonly { readonly rule: Rule; readonly severity: Severity }[];
}

/** The pack of this name among these rules. */
export const packOf = (name: PackName, rules: readonly Rule[]): Pack => ({
  name,
  rules: rules.flatMap((rule) => {
    const severity = rule.packs[name];
    return severity === undefined ? [] : [{ rule, severity }];
  }),
});
