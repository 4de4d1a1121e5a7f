import type { Construct } from 'constructs';
import { fail } from '../../../lib/kernel/problem';
import type { SecureClientProfileProps } from '../../generated/clients/secure-client-profile';
import { createLink, importLink, serverString } from '../../../lib/model/clients/secure-client-links';
import { hostEntry, type HostEntry } from '../../../lib/model/clients/secure-client-hosts';
import { DeviceObject } from '../../core/device-object';

/**
 * The profile of Cisco Secure Client (AnyConnect): the headends that users choose from, and how the client behaves. A
 * file `<name>.xml` on a ClientFiles, an upload of an Fmc.
 */
export class SecureClientProfile extends DeviceObject<'secure-client-profile', SecureClientProfileProps> {
  private readonly props: SecureClientProfileProps;

  constructor(scope: Construct, id: string, props: SecureClientProfileProps) {
    super(scope, id, 'secure-client-profile', () => props);
    this.props = props;
  }

  /** The server string of a host entry for mobile device management: `ipsec://EAP-MD5:acvpn@vpn.example.net`. */
  serverString(host: string): string {
    return serverString(this.host(host));
  }

  /** A link that makes the connection of a host entry on a phone: `anyconnect://create?…`. */
  createLink(host: string): string {
    return createLink(this.host(host));
  }

  /** A link that takes the profile from the place where its file is published: `anyconnect://import?type=profile&uri=…`. */
  importLink(url: string): string {
    return importLink(url);
  }

  private host(name: string): HostEntry {
    const entry = this.props.hosts.find((host) => host.name === name);
    if (entry === undefined) {
      const known = this.props.hosts.map((host) => `'${host.name}'`).join(', ');
      return fail('profile.host', this.node.path, `no host entry is called '${name}'`, `write one of ${known}`);
    }
    return hostEntry.parse(entry);
  }
}
