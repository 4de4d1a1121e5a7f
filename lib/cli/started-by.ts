import { typed } from './interrupt';
import { sourceWords, type CommonOptions } from './options';

/** A provisioner of Terraform started the command: what it runs is written by synth, so nobody gives it an option there. */
export const isByTerraform = (): boolean => process.env['TUNNELWRIGHT_STARTED_BY'] === 'terraform';

/** What a person does who reads of an option below Terraform. */
export const optionsOfTerraform = (verb: string, options: CommonOptions): readonly string[] =>
  isByTerraform()
    ? [
        `Terraform gives no option to this command. Where one is named above, give it here: ${typed([verb, ...sourceWords(options)])}. Then run Terraform again.`,
      ]
    : [];
