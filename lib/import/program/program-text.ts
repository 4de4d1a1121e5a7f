import type { ImportedDevice } from '../read/imported-device';
import { deviceText } from './device-text';
import { mainFile, networkFile, type ProgramFile } from '../text/program-frame';
import type { AccessCandidate, NoAccess } from '../remote-access/access-candidate';
import type { HubCandidate } from '../site-to-site/hub-and-spoke';
import { remarkOfObject, remarksOfVpn, type Remark } from '../site-to-site/remarks';
import type { VpnCandidate } from '../site-to-site/site-to-site';
import type { Apart } from '../site-to-site/tunnels';
import { endsIn, vpnsText } from '../site-to-site/vpn-text';

/** What a program is written of. */
export interface ImportedNetwork {
  readonly devices: readonly ImportedDevice[];
  /** How many objects of each device, by its id, VPNs of level 2 write. */
  readonly within: ReadonlyMap<string, number>;
  /** Tunnels between these devices, of level 2. */
  readonly vpns: readonly VpnCandidate[];
  /** Hubs with their spokes among these devices, of level 2. */
  readonly hubs: readonly HubCandidate[];
  /** Tunnels that stay of level 1, where another of these devices may be their other end. */
  readonly stay: readonly Apart[];
  /** Users of these devices, of level 2. */
  readonly accesses: readonly AccessCandidate[];
  /** Groups of users that stay of level 1. */
  readonly noAccess: readonly NoAccess[];
  /** What lint finds where it compares the devices. */
  readonly remarks: readonly Remark[];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const importText = (names: readonly string[]): string => {
  const short = `import { ${names.join(', ')} } from 'tunnelwright';`;
  return short.length <= 120
    ? short
    : `import {\n${names.map((name) => `  ${name},\n`).join('')}} from 'tunnelwright';`;
};

const isDeclared = ({ devices, vpns, hubs }: ImportedNetwork, remark: Remark): boolean =>
  [...vpns, ...hubs].some((vpn) => remarksOfVpn(vpn, [remark]).length > 0) ||
  devices.some(
    ({ id, objects }) => id === remark.device && objects.declared.some(({ address }) => address === remark.address),
  );

const networkOf = (network: ImportedNetwork): ProgramFile => {
  const { devices, vpns, hubs, remarks } = network;
  const text = vpnsText(network);
  const apart = remarks.filter((each) => !isDeclared(network, each)).flatMap((each) => remarkOfObject(each, 4));
  const [classes, lines] = [text.classes, [...text.lines, ...apart]];
  const ends = endsIn(network);
  return networkFile(
    [
      importText([...[...classes, 'VpnStack'].sort(), 'type Construct']),
      ...devices.map(({ id, variable }) => `import { declare${capital(variable)} } from './devices/${id}';`),
    ],
    `The devices that were imported${vpns.length + hubs.length > 0 ? ', and the tunnels between them' : ''}.`,
    [
      ...devices.map(
        ({ id, variable }) => `${ends.has(id) ? `const ${variable} = ` : ''}declare${capital(variable)}(this);`,
      ),
      ...(lines.length > 0 ? ['', ...lines] : []),
    ],
  );
};

/** The files of the program that declares these devices; the same for the same devices. */
export const programOf = (network: ImportedNetwork): readonly ProgramFile[] => [
  mainFile,
  networkOf(network),
  ...network.devices.map((device) => ({
    path: `devices/${device.id}.ts`,
    text: deviceText(device, endsIn(network).has(device.id), {
      accesses: network.accesses.filter((each) => each.device.id === device.id),
      noAccess: network.noAccess.filter((each) => each.device.id === device.id),
      remarks: network.remarks.filter((each) => each.device === device.id),
    }),
  })),
];
