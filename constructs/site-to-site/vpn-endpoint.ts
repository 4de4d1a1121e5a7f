import type { Construct } from 'constructs';
import type { Referable } from '../../lib/model/noun';
import { DeviceObject, type Props } from '../device-object';

export type VpnEndpointProps = Omit<Props<'vpn-endpoint'>, 'name'> & {
  /** Name of an extranet peer. Default: the construct's id. A managed device has its own name. */
  readonly name?: string;
};

/** One end of a topology: a managed firewall, or a peer outside. FMC: endpoint. */
export class VpnEndpoint extends DeviceObject<'vpn-endpoint'> {
  constructor(scope: Construct, id: string, props: VpnEndpointProps) {
    const device = (props.device as Referable | undefined)?.ref.name;
    super(
      scope,
      id,
      'vpn-endpoint',
      () => ({ ...props, name: device ?? props.name ?? id }),
      (props.topology as Referable).ref.name,
    );
  }
}
