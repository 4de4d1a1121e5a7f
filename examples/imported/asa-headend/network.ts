import { VpnStack, type Construct } from 'tunnelwright';
import { declareVpnDelhi } from './devices/vpn-delhi';

/** The devices that were imported. */
export class Network extends VpnStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    declareVpnDelhi(this);
  }
}
