import { Construct } from 'constructs';
import type { SecretRef } from '../../../lib/model/secret';
import { propsOf } from '../../../lib/synth/declaration';
import { reportViolations, type Violation } from '../../core/checks';
import type { DuoProxyHost } from '../../devices/duo-proxy-host';
import { AaaServer } from '../../generated/aaa/aaa-server';
import { AaaServerGroup } from '../../generated/aaa/aaa-server-group';
import { RadiusServer } from '../../generated/aaa/radius-server';
import { partOn } from '../shared/handles';
import { addressViolations, callerViolations, isAddress, violationsOf } from './checks';
import type { DuoCaller, DuoProxyProps } from './props';
import { DuoSections } from './sections';
import { isMistyped } from '../../core/typed-props';

/**
 * Duo's second factor for devices that speak RADIUS: the sections of the proxy's file, and for each device the RADIUS
 * server that it must ask, with the same secret, address, port, and a timeout that outlasts the push. Two hosts are two
 * proxies with the same sections.
 */
export class DuoProxy extends Construct {
  /** Seconds that devices wait for an answer. */
  readonly timeout!: number;
  private readonly parts = new Map<Construct, DuoSections>();
  private readonly callers: { readonly address: string; readonly secret: SecretRef }[] = [];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: DuoProxyProps,
  ) {
    super(scope, id);
    if (isMistyped(this, 'DuoProxy', props)) return;
    this.timeout = props.timeout ?? 120;
    this.report(violationsOf(props));
    props.hosts.forEach((host, i) => {
      const address = props.addresses?.[i];
      if (address !== undefined && isAddress(address)) host.addListenAddress(address);
      this.parts.set(host, this.sections(host, i));
    });
  }

  /** The sections in the file of one host, to override them: `duo.on(host).server.override({ … })`. */
  on(host: DuoProxyHost): DuoSections {
    return partOn(this, this.parts, host);
  }

  private report(violations: readonly Violation[]): void {
    reportViolations(this, violations, 'prop.invalid');
  }

  private sections(host: DuoProxyHost, i: number): DuoSections {
    const { application, failmode, port, settings, primary } = this.props;
    const { id } = host.node;
    return new DuoSections(this, this.node.tryFindChild(id) ? `${id}-${i + 1}` : id, host, primary, {
      ...application,
      // Devices are added after the proxy is made.
      callers: this.callers,
      failmode,
      port,
      ...settings,
    });
  }

  private addressOf(i: number): string {
    const host = this.props.hosts[i]!;
    const address = this.props.addresses?.[i] ?? host.host;
    this.report(addressViolations(i, address));
    return address;
  }

  private listed({ from, sourceInterface, secret }: DuoCaller, id: string): void {
    const loopback = typeof sourceInterface === 'object' ? propsOf(sourceInterface) : undefined;
    const address = from ?? loopback?.address?.split('/')[0];
    this.report(callerViolations(id, address));
    if (address !== undefined && !this.callers.some((caller) => caller.address === address))
      this.callers.push({ address, secret });
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
        name: name === undefined ? undefined : `${name}${nth}`,
        device,
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
      name,
      device,
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
  get supportsEap(): boolean {
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
    const servers = [...this.radiusServers(scope, `${id}-server`, { ...caller, server })];
    return new AaaServerGroup(scope, id, {
      name,
      device,
      servers,
      sourceInterface,
    });
  }
}
