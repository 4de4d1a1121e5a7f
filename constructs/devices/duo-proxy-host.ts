import { Construct } from 'constructs';
import type { TargetProps } from '../../lib/model/targets';
import { declare } from '../../lib/synth/declaration';

export type DuoProxyHostProps = TargetProps<'duo-proxy'>;

/**
 * The machine of a Duo Authentication Proxy, and its file authproxy.cfg: on Linux over SSH and SFTP, elsewhere (Windows)
 * with `artifact`, a file that is written here. The scope of its sections. What others have in the file stays.
 */
export class DuoProxyHost extends Construct {
  /** Where it is reached, and where devices ask it unless `DuoProxy` says otherwise. */
  readonly host: string;

  private readonly addresses: string[];

  constructor(scope: Construct, id: string, props: DuoProxyHostProps) {
    super(scope, id);
    this.host = props.host;
    this.addresses = [...(props.addresses ?? [])];
    declare(this, { as: 'target', platform: 'duo-proxy', props: { ...props, addresses: this.addresses } });
  }

  /** Devices ask the proxy at this address too. */
  askedAt(address: string): void {
    if (address !== this.host && !this.addresses.includes(address)) this.addresses.push(address);
  }

  /** The host that a construct stands on, if it stands on one. */
  static of(scope: Construct): DuoProxyHost | undefined {
    return [...scope.node.scopes].reverse().find((s): s is DuoProxyHost => s instanceof DuoProxyHost);
  }
}
