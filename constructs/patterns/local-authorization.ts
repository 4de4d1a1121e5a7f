import { Construct } from 'constructs';
import type { z } from 'zod';
import type { authorizationAttributes } from '../../lib/model/shared/authorization-attributes';
import { nameFor } from '../../lib/synth/naming';
import { AaaAttributeList } from '../generated/aaa/aaa-attribute-list';
import { reportViolations } from '../core/checks';
import { placeOnDevice } from '../core/device';
import { existing } from '../core/device-object';
import type { IosXeRouter } from '../devices/ios-xe-router';
import {
  IkeV2AuthorizationPolicy,
  type IkeV2AuthorizationPolicyProps,
} from '../generated/ikev2/ikev2-authorization-policy';

/** What users or a group are given, in the words of RadiusAuthorization. */
export type LocalAuthorizationProps = z.input<typeof authorizationAttributes> & {
  /** The router, where the scope is neither it nor on it: inside a composite. Default: the router of the scope. */
  readonly device?: IosXeRouter;
};

/** What only a server can say, and why. */
const remoteOnly = {
  framedIpAddress: 'a router gives addresses from a pool or by DHCP: write addressPool, or have a RADIUS server say it',
  acctInterimInterval: 'a router has one interval for all: leave it out, or have a RADIUS server say it',
  avPairs: 'they are of RADIUS: write interfaceConfig and the other attributes, or have a RADIUS server say them',
} as const;

/**
 * The same attributes as those of a RADIUS server, held by the router itself: an IKEv2 authorization policy, and an
 * attribute list for the lines of the cloned interface. Its scope is the router. Cisco Live BRKSEC-2881, "Attributes –
 * Local Authorization".
 */
export class LocalAuthorization extends Construct {
  /** For `aaaAuthorization` of the IKEv2 profile. */
  readonly policy: IkeV2AuthorizationPolicy;

  constructor(scope: Construct, id: string, { device, ...props }: LocalAuthorizationProps) {
    super(scope, id);
    placeOnDevice(this, device);
    const name = nameFor(this);
    const remote = Object.entries(remoteOnly).filter(
      ([field]) => props[field as keyof typeof remoteOnly] !== undefined,
    );
    reportViolations(
      this,
      remote.map(([where, hint]) => ({ where, what: 'only a server can say it', hint })),
      'authorization.remote',
    );
    const { interfaceConfig } = props;
    const list =
      interfaceConfig === undefined
        ? undefined
        : new AaaAttributeList(this, 'attributes', {
            name: `${name}-list`,
            attributes: interfaceConfig.map((value) => ({ type: 'interface-config', value })),
          });
    this.policy = new IkeV2AuthorizationPolicy(this, 'policy', {
      name,
      ...addresses(props),
      ...servers(props),
      ...routes(props),
      ...(list === undefined ? {} : { attributeList: list }),
    });
  }
}

type Policy = Partial<IkeV2AuthorizationPolicyProps>;

const addresses = ({
  framedPool,
  addressPool,
  framedIpNetmask: netmask,
  groupDhcpServer,
}: LocalAuthorizationProps): Policy => {
  const pool = addressPool ?? framedPool;
  return {
    ...(pool === undefined ? {} : { pool: typeof pool === 'string' ? existing('address-pool', pool) : pool }),
    ...(netmask === undefined ? {} : { netmask }),
    ...(groupDhcpServer === undefined ? {} : { dhcpServer: groupDhcpServer }),
  };
};

const servers = ({ dnsServers: dns, defaultDomain, banner }: LocalAuthorizationProps): Policy => ({
  ...(dns === undefined ? {} : { dns }),
  ...(defaultDomain === undefined ? {} : { defDomain: defaultDomain }),
  ...(banner === undefined ? {} : { banner }),
});

const routes = ({ routeSetPrefixes, routeSetInterface, backupGateways }: LocalAuthorizationProps): Policy => ({
  ...(routeSetPrefixes === undefined ? {} : { routeSetRemote: routeSetPrefixes }),
  ...(routeSetInterface === undefined ? {} : { routeSetInterface }),
  ...(backupGateways === undefined ? {} : { backupGateways }),
});
