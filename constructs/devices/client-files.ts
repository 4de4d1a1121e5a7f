import { Construct } from 'constructs';
import type { TargetProps } from '../../lib/model/targets';
import { declare } from '../../lib/synth/declaration';

export type ClientFilesProps = TargetProps<'folder'>;

/**
 * A folder of files for the clients of remote users: profiles, scripts, configuration files, for a person or a software
 * distribution to hand out. Synth shows them beside the manifest, apply writes them.
 */
export class ClientFiles extends Construct {
  constructor(scope: Construct, id: string, props: ClientFilesProps) {
    super(scope, id);
    declare(this, { as: 'target', platform: 'folder', props });
  }
}
