import { advised } from '../kernel/advised';

/** A provisioner of Terraform started the command: what it runs is written by synth, so nobody gives it an option there. */
export const isByTerraform = (): boolean => process.env['TUNNELWRIGHT_STARTED_BY'] === 'terraform';

const optionNamed = /--(?:adopt|allow-destroy-keys)\b/;

/** What a person does who reads of an option below Terraform. `said`: what was shown. */
export const optionsOfTerraform = (verb: string, said: readonly string[]): readonly string[] =>
  isByTerraform() && said.some((line) => optionNamed.test(line))
    ? [
        `Terraform gives no option to this command. Give the one that is named above here: ${advised(verb)}. Then run Terraform again.`,
      ]
    : [];
