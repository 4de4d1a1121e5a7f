import type { Construct, IConstruct } from 'constructs';
import type { TargetProps } from '../../lib/model/targets';
import { deviceTypeOf, lineage } from '../../lib/synth/placement';
import { TargetDevice } from '../core/device';
import { growing, objectOf } from '../core/given';

export type DuoProxyHostProps = TargetProps<'duo-proxy'>;

/**
 * The machine of a Duo Authentication Proxy, and its file authproxy.cfg: on Linux over SSH and SFTP, elsewhere (Windows)
 * with `artifact`, a file that is written here. The scope of its sections. What others have in the file stays.
 */
export class DuoProxyHost extends TargetDevice<'duo-proxy'> {
  /** Where it is reached, and where devices ask it unless `DuoProxy` says otherwise. */
  readonly host: string;

  private readonly addresses: string[];

  constructor(scope: Construct, id: string, props: DuoProxyHostProps) {
    const given = objectOf(props);
    const addresses = growing(given.addresses ?? []);
    super(scope, id, 'duo-proxy', { ...given, addresses });
    this.host = given.host;
    this.addresses = addresses;
  }

  /** Devices ask the proxy at this address too. */
  addListenAddress(address: string): void {
    if (address !== this.host && !this.addresses.includes(address)) this.addresses.push(address);
  }

  /** Whether a value is the host of a Duo proxy, from whichever copy of this package. */
  static isDuoProxyHost(value: unknown): value is DuoProxyHost {
    return deviceTypeOf(value) === 'duo-proxy';
  }

  /** The one that a construct is on, if it is on one. */
  static override of(construct: IConstruct): DuoProxyHost | undefined {
    return lineage(construct).find(DuoProxyHost.isDuoProxyHost);
  }
}
