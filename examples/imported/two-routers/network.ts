import { VpnStack, type Construct } from 'tunnelwright';
import { declareNagpur } from './devices/nagpur';
import { declareSurat } from './devices/surat';

/** The devices that were imported. */
export class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    declareNagpur(this);
    declareSurat(this);
  }
}
