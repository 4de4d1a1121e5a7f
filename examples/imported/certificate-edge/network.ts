import { VpnStack, type Construct } from 'tunnelwright';
import { declareEdgePune } from './devices/edge-pune';

/** The devices that were imported. */
export class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    declareEdgePune(this);
  }
}
