import type { Construct, IConstruct } from 'constructs';
import type { TargetProps } from '../../lib/model/targets';
import { deviceTypeOf, lineage } from '../../lib/synth/placement';
import { TargetDevice } from '../core/device';

export type ClientFilesProps = TargetProps<'folder'>;

/**
 * A folder of files for the clients of remote users: profiles, scripts, configuration files, for a person or a software
 * distribution to hand out. Synth shows them beside the manifest, apply writes them.
 */
export class ClientFiles extends TargetDevice<'folder'> {
  constructor(scope: Construct, id: string, props: ClientFilesProps) {
    super(scope, id, 'folder', props);
  }

  /** Whether a value is a folder of client files, from whichever copy of this package. */
  static isClientFiles(value: unknown): value is ClientFiles {
    return deviceTypeOf(value) === 'folder';
  }

  /** The one that a construct is on, if it is on one. */
  static override of(construct: IConstruct): ClientFiles | undefined {
    return lineage(construct).find(ClientFiles.isClientFiles);
  }
}
