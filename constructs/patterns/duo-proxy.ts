import { Construct } from 'constructs';
import { AaaServer } from '../generated/aaa/aaa-server';
import { isIpv4, isIpv6 } from '../../lib/kernel/ip';
import type { SecretRef } from '../../lib/model/secret';
import { propsOf } from '../../lib/synth/declaration';
import { reportViolations } from '../core/checks';
import { DevicePart, type Device } from '../core/device';
import { DeviceServices } from '../core/services';
import { AaaServerGroup } from '../generated/aaa/aaa-server-group';
import { RadiusServer } from '../generated/aaa/radius-server';
import type { DuoProxyHost } from '../devices/duo-proxy-host';
import { DuoAdClient, type DuoAdClientProps } from '../generated/duo/duo-ad-client';
import { DuoOnlyClient } from '../generated/duo/duo-only-client';
import { DuoRadiusClient } from '../generated/duo/duo-radius-client';
import { DuoRadiusServerAuto, type DuoRadiusServerAutoProps } from '../generated/duo/duo-radius-server-auto';
import { DuoRadiusServerDuoOnly, type DuoRadiusServerDuoOnlyProps } from '../generated/duo/duo-radius-server-duo-only';
import type { LoopbackInterface } from '../generated/interfaces/loopback-interface';
import { partOn } from './shared/handles';

/** What checks the password before Duo is asked. */
export type PrimaryAuthenticator =
  | {
      readonly by: 'radius';
      readonly hosts: readonly (string | { readonly address: string; readonly port?: number })[];
      readonly secret: SecretRef;
      readonly attributes?: 'all' | readonly string[];
    }
  | { readonly by: 'directory'; readonly props: Omit<DuoAdClientProps, 'name'> }
  | { readonly by: 'nobody' };

/** What checks the password before Duo is asked. */
export const Primary = {
  /**
   * RADIUS servers, by address: ISE or others. `secret`: what they have for the proxy as a network device. `attributes`:
   * which of their answer the device gets too, default none. Needed for EAP and MS-CHAPv2.
   */
  radius: (
    hosts: readonly (string | { readonly address: string; readonly port?: number })[],
    secret: SecretRef,
    options: { readonly attributes?: 'all' | readonly string[] } = {},
  ): PrimaryAuthenticator => ({ by: 'radius', hosts, secret, ...options }),
  /** A directory. Not for EAP and MS-CHAPv2. */
  directory: (props: Omit<DuoAdClientProps, 'name'>): PrimaryAuthenticator => ({ by: 'directory', props }),
  /** Nobody: the device has checked it elsewhere. */
  nobody: (): PrimaryAuthenticator => ({ by: 'nobody' }),
};

/** A device that asks the proxy. */
export interface DuoCaller {
  /** Address that its requests come from. Left out where `sourceInterface` is a LoopbackInterface of this program. */
  readonly from?: string;
  /** Interface whose address its requests come from. */
  readonly sourceInterface?: LoopbackInterface | string;
  /** Shared secret of the device and the proxy. Only ever a `Secret`. */
  readonly secret: SecretRef;
  /** Name of the RADIUS server on the device. Default: `id`; with several proxies `id-2` for the second. */
  readonly server?: string;
  /** Name of the group of servers on the device. Default: the id. */
  readonly name?: string;
  /** The device, where it is not the scope: inside a composite. Default: the device of the scope. */
  readonly device?: Device;
}

export interface DuoProxyProps {
  /** Where the proxy runs. With two, devices ask the second when the first does not answer. */
  readonly hosts: readonly DuoProxyHost[];
  /** The application of Duo: what `Protect an Application`, RADIUS shows. */
  readonly application: Pick<DuoRadiusServerAutoProps, 'ikey' | 'skey' | 'apiHost'>;
  /** What checks the password. */
  readonly primary: PrimaryAuthenticator;
  /** What happens when Duo's service cannot be reached: refuse (`secure`), or let in with the password alone (`safe`). Default: secure. */
  readonly failmode?: 'safe' | 'secure';
  /** UDP port. Default: 1812. */
  readonly port?: number;
  /** Seconds that devices wait for the proxy, which must outlast a push. Default: 120. */
  readonly timeout?: number;
  /** Further settings of the RADIUS server: `factors`, `exemptUsernames`. */
  readonly settings?: Omit<
    DuoRadiusServerDuoOnlyProps & Pick<DuoRadiusServerAutoProps, 'factors' | 'allowConcat' | 'delimiter'>,
    'name' | 'callers' | 'ikey' | 'skey' | 'apiHost' | 'failmode' | 'port'
  >;
  /** Addresses that devices reach the hosts at, where those of their targets are names or others. In the order of `hosts`. */
  readonly addresses?: readonly string[];
}

const isAddress = (text: string): boolean => isIpv4(text) || isIpv6(text);

/** The sections of a proxy in the file of one host. */
export class DuoSections extends DevicePart {
  /** What asks the primary authenticator. */
  readonly client: DuoRadiusClient | DuoAdClient | DuoOnlyClient;
  /** What answers devices. */
  readonly server: DuoRadiusServerAuto | DuoRadiusServerDuoOnly;

  constructor(
    scope: Construct,
    id: string,
    host: DuoProxyHost,
    primary: PrimaryAuthenticator,
    server: Omit<DuoRadiusServerAutoProps, 'client' | 'name'>,
  ) {
    super(scope, id, host);
    // The number is the next that is free in the file.
    const proxies = DeviceServices.of(host).state('proxies', () => ({ count: 0 }));
    const n = ++proxies.count;
    const named = (type: string): string => (n === 1 ? type : `${type}${n}`);
    if (primary.by === 'nobody') {
      this.client = new DuoOnlyClient(this, 'client', { name: named('duo_only_client') });
      this.server = new DuoRadiusServerDuoOnly(this, 'server', { ...server, name: named('radius_server_duo_only') });
      return;
    }
    const client = clientOf(this, primary, named);
    const attributes = primary.by === 'radius' ? handedOn(primary.attributes) : {};
    this.client = client;
    this.server = new DuoRadiusServerAuto(this, 'server', {
      ...server,
      ...attributes,
      name: named('radius_server_auto'),
      client,
    });
  }
}

/**
 * Duo's second factor for devices that speak RADIUS: the sections of the proxy's file, and for each device the RADIUS
 * server that it must ask, with the same secret, address, port, and a timeout that outlasts the push. Two hosts are two
 * proxies with the same sections.
 */
export class DuoProxy extends Construct {
  /** Seconds that devices wait for an answer. */
  readonly timeout: number;
  private readonly parts = new Map<Construct, DuoSections>();
  private readonly callers: { readonly address: string; readonly secret: SecretRef }[] = [];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: DuoProxyProps,
  ) {
    super(scope, id);
    this.timeout = props.timeout ?? 120;
    if (props.hosts.length === 0) this.wrong('hosts: write at least one DuoProxyHost');
    props.hosts.forEach((host, i) => {
      const address = props.addresses?.[i];
      if (address !== undefined && isAddress(address)) host.askedAt(address);
      this.parts.set(host, this.sections(host, i));
    });
  }

  /** The sections in the file of one host, to override them: `duo.on(host).server.override({ … })`. */
  on(host: DuoProxyHost): DuoSections {
    return partOn(this, this.parts, host);
  }

  private wrong(what: string): void {
    reportViolations(this, [{ what }], 'prop.invalid');
  }

  private sections(host: DuoProxyHost, i: number): DuoSections {
    const { application, failmode, port, settings, primary } = this.props;
    const { id } = host.node;
    return new DuoSections(this, this.node.tryFindChild(id) ? `${id}-${i + 1}` : id, host, primary, {
      ...application,
      // Devices are added after the proxy is made.
      callers: this.callers,
      ...(failmode === undefined ? {} : { failmode }),
      ...(port === undefined ? {} : { port }),
      ...settings,
    });
  }

  private addressOf(i: number): string {
    const host = this.props.hosts[i]!;
    const address = this.props.addresses?.[i] ?? host.host;
    if (!isAddress(address))
      this.wrong(`addresses[${i}]: devices ask ${address} by its address: write addresses, one for each host`);
    return address;
  }

  private listed({ from, sourceInterface, secret }: DuoCaller, id: string): void {
    const loopback = typeof sourceInterface === 'object' ? propsOf(sourceInterface) : undefined;
    const address = from ?? loopback?.address?.split('/')[0];
    if (address === undefined) this.wrong(`${id}: from: is missing: write the address that its requests come from`);
    else if (!this.callers.some((caller) => caller.address === address)) this.callers.push({ address, secret });
  }

  /**
   * The RADIUS servers that a device asks, one for each host. The device is listed with its secret at every proxy. The scope
   * is the device, or a composite with `device` beside it.
   */
  radiusServers(scope: Construct, id: string, caller: DuoCaller): readonly RadiusServer[] {
    this.listed(caller, id);
    const { hosts, port } = this.props;
    const { server: name, device } = caller;
    return hosts.map((machine, i) => {
      const host = this.addressOf(i);
      const nth = i === 0 ? '' : `-${i + 1}`;
      const server = new RadiusServer(scope, `${id}${nth}`, {
        ...(name === undefined ? {} : { name: `${name}${nth}` }),
        ...(device === undefined ? {} : { device }),
        address: port === undefined ? host : { host, authPort: port, acctPort: 1813 },
        timeout: this.timeout,
        key: caller.secret,
      });
      // A device that asks before the proxy listens refuses everybody meanwhile.
      server.node.addDependency(machine);
      return server;
    });
  }

  /**
   * The group of servers that an ASA asks: the proxies of all hosts, in their order. `interface`: by which it reaches
   * them, by its logical name. `server` is not of an ASA, whose group names its hosts.
   */
  asaServers(
    scope: Construct,
    id: string,
    caller: Pick<DuoCaller, 'from' | 'secret' | 'device' | 'name'> & { readonly interface: string },
  ): AaaServer {
    this.listed(caller, id);
    const { hosts, port = 1812 } = this.props;
    const { name, device } = caller;
    const servers = new AaaServer(scope, id, {
      ...(name === undefined ? {} : { name }),
      ...(device === undefined ? {} : { device }),
      hosts: hosts.map((_machine, i) => ({
        interface: caller.interface,
        host: this.addressOf(i),
        key: caller.secret,
        timeout: this.timeout,
        // An ASA asks at the old ports by itself (1645, 1646).
        authenticationPort: port,
        accountingPort: 1813,
      })),
    });
    // A device that asks before the proxy listens refuses everybody meanwhile.
    for (const machine of hosts) servers.node.addDependency(machine);
    return servers;
  }

  /** Whether the proxy can hand a conversation on (EAP, MS-CHAPv2): only to RADIUS servers. */
  get carriesEap(): boolean {
    return this.props.primary.by === 'radius';
  }

  /** The RADIUS server of the first host. */
  radiusServer(scope: Construct, id: string, caller: DuoCaller): RadiusServer {
    return this.radiusServers(scope, id, caller)[0]!;
  }

  /** A group of the RADIUS servers of all hosts, in their order: what method lists name. */
  serverGroup(scope: Construct, id: string, caller: DuoCaller): AaaServerGroup {
    const { sourceInterface, device, name } = caller;
    const server = caller.server ?? (name === undefined ? undefined : `${name}-server`);
    const servers = [
      ...this.radiusServers(scope, `${id}-server`, { ...caller, ...(server === undefined ? {} : { server }) }),
    ];
    return new AaaServerGroup(scope, id, {
      ...(name === undefined ? {} : { name }),
      ...(device === undefined ? {} : { device }),
      servers,
      ...(sourceInterface === undefined ? {} : { sourceInterface }),
    });
  }
}

const handedOn = (attributes: 'all' | readonly string[] | undefined) => {
  if (attributes === undefined) return {};
  return attributes === 'all' ? { passThroughAll: true } : { passThroughAttributes: [...attributes] };
};

const clientOf = (
  at: Construct,
  primary: Exclude<PrimaryAuthenticator, { readonly by: 'nobody' }>,
  named: (type: string) => string,
): DuoRadiusClient | DuoAdClient => {
  if (primary.by === 'directory') return new DuoAdClient(at, 'client', { ...primary.props, name: named('ad_client') });
  const hosts = primary.hosts.map((host) => (typeof host === 'string' ? { address: host } : host));
  return new DuoRadiusClient(at, 'client', { name: named('radius_client'), hosts, secret: primary.secret });
};
