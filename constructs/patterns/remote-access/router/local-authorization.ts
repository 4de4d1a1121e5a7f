import { Construct } from 'constructs';
import { nameFor } from '../../../../lib/synth/naming';
import { AaaAttributeList } from '../../../generated/aaa/aaa-attribute-list';
import { reportViolations } from '../../../core/checks';
import { placeOnDevice } from '../../../core/device';
import { existing } from '../../../core/device-object';
import { isMistyped } from '../../../core/typed-props';
import {
  IkeV2AuthorizationPolicy,
  type IkeV2AuthorizationPolicyProps,
} from '../../../generated/ikev2/ikev2-authorization-policy';
import { remoteOnlyViolations } from './checks';
import type { LocalAuthorizationProps } from './props';

/**
 * The same attributes as those of a RADIUS server, held by the router itself: an IKEv2 authorization policy, and an
 * attribute list for the lines of the cloned interface. Its scope is the router. Cisco Live BRKSEC-2881, "Attributes –
 * Local Authorization".
 */
export class LocalAuthorization extends Construct {
  /** For `aaaAuthorization` of the IKEv2 profile. */
  readonly policy!: IkeV2AuthorizationPolicy;

  constructor(scope: Construct, id: string, given: LocalAuthorizationProps) {
    super(scope, id);
    if (isMistyped(this, 'LocalAuthorization', given)) return;
    const { device, ...props } = given;
    placeOnDevice(this, device);
    const name = nameFor(this);
    reportViolations(this, remoteOnlyViolations(props), 'authorization.remote');
    const { interfaceConfig } = props;
    const list =
      interfaceConfig === undefined
        ? undefined
        : new AaaAttributeList(this, 'attributes', {
            name: `${name}-list`,
            attributes: interfaceConfig.map((value) => ({ type: 'interface-config', value })),
          });
    this.policy = new IkeV2AuthorizationPolicy(this, 'policy', { name, ...policyOf(props), attributeList: list });
  }
}

/** The same in the words of the policy. */
const policyOf = (props: LocalAuthorizationProps): Partial<IkeV2AuthorizationPolicyProps> => {
  const pool = props.addressPool ?? props.framedPool;
  return {
    pool: typeof pool === 'string' ? existing('address-pool', pool) : pool,
    netmask: props.framedIpNetmask,
    dhcpServer: props.groupDhcpServer,
    dns: props.dnsServers,
    defDomain: props.defaultDomain,
    banner: props.banner,
    routeSetRemote: props.routeSetPrefixes,
    routeSetInterface: props.routeSetInterface,
    backupGateways: props.backupGateways,
  };
};
