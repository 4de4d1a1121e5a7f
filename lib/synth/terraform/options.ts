import { z } from 'zod';
import { problem, type Problem } from '../../kernel/problem';
import { place, wording } from '../../model/wording';

/** How Terraform sees the devices of a stack, and what it does with them. */
export interface TerraformOptions {
  /**
   * Which resource stands for them: `null` is `null_resource` of the provider hashicorp/null, `data` is `terraform_data`,
   * which Terraform has built in since 1.4 and for which it downloads nothing. Default: `null`.
   */
  readonly resource?: 'null' | 'data';
  /**
   * `stack`: one resource and one run for all devices: where a change of one end of a tunnel is refused, so is that of the other.
   * `target`: a resource and a run for each device, one after another where they refer to each other. Default: `stack`.
   */
  readonly per?: 'stack' | 'target';
  /**
   * What `terraform destroy` does. `keep`: the devices stay as they are, and it says what is left on them. `remove`: it
   * runs `tunnelwright destroy`, which removes what is ours; for tunnels that are up it needs
   * TUNNELWRIGHT_ALLOW_DISRUPTION=yes in the environment. Default: `keep`.
   */
  readonly destroy?: 'keep' | 'remove';
}

/** Settings of a stack besides what is declared in it. */
export interface VpnStackProps {
  /** How Terraform sees the devices; a word alone is the `resource`. Default: `null`, one resource for the stack. */
  readonly terraform?: 'null' | 'data' | TerraformOptions;
}

export type Door = Required<TerraformOptions>;

const resource = z.enum(['null', 'data']);
const schema = z.strictObject({
  terraform: z
    .union([
      resource.transform((word) => ({ resource: word })),
      z.strictObject({
        resource: resource.optional(),
        per: z.enum(['stack', 'target']).optional(),
        destroy: z.enum(['keep', 'remove']).optional(),
      }),
    ])
    .optional(),
});

const usual: Door = { resource: 'null', per: 'stack', destroy: 'keep' };

/** What a stack was given, or why it cannot be taken. */
export const doorOf = (
  path: string,
  props: unknown,
): { readonly door: Door; readonly problems: readonly Problem[] } => {
  const parsed = schema.safeParse(props, { error: wording });
  if (parsed.success) return { door: { ...usual, ...parsed.data.terraform }, problems: [] };
  const problems = parsed.error.issues.map((issue) =>
    problem(
      'prop.invalid',
      path,
      `${place(issue.path)}: ${issue.code === 'invalid_union' ? 'is no setting of Terraform' : issue.message}`,
      "write terraform: 'null', 'data' or { resource, per: 'stack' or 'target', destroy: 'keep' or 'remove' }",
    ),
  );
  return { door: usual, problems };
};
