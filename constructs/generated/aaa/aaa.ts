// Written by `npm run constructs` from lib/model and the grammars; do not edit.

import type { Reference } from '../../../lib/model/noun';
import { type Placed } from '../../core/device-object';

/** Props of `AaaNewModel`. */
export interface AaaNewModelProps extends Placed {
  /**
   * Always on: a device without it is one without this construct.
   * IOS-XE: `aaa new-model` or `no aaa new-model`.
   * @default true
   */
  readonly newModel?: true;
  /**
   * One number for all records of a session, or one for each service.
   * IOS-XE: `aaa session-id …`.
   * @default the device's (`common`)
   */
  readonly sessionId?: 'common' | 'unique';
  /**
   * Who can log in when no server answers.
   * IOS-XE: in the header.
   * @default a local user that is declared on the device
   */
  readonly fallback?: Reference<'local-user'>;
}
