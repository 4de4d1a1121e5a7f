import { maskOf } from '../../../kernel/ip';
import type { JsonObject } from '../../../kernel/json';
import { records, type InterfaceKind } from './devices';
import { seed, type Unit, type World } from './world';

/** A firewall of the lab: one device, or a pair where `members` names the primary and the secondary. */
export interface LabDevice {
  readonly name: string;
  readonly members?: readonly [string, string];
  readonly interfaces: readonly LabInterface[];
}
export interface LabInterface {
  /** Logical name: `outside`. */
  readonly ifname: string;
  /** `GigabitEthernet0/0` */
  readonly name: string;
  /** With its length: `203.0.113.93/24`. Default: one that DHCP gives, so that nobody here knows it. */
  readonly address?: string;
  /** Default: physical. */
  readonly kind?: InterfaceKind;
}

const port = (ifname: string, index: number, address: string): LabInterface => ({
  ifname,
  name: `GigabitEthernet0/${index}`,
  address,
});
export const defaultDevices: readonly LabDevice[] = [
  {
    name: 'mumbai-pair',
    members: ['mumbai-ftd-1', 'mumbai-ftd-2'],
    interfaces: [port('outside', 0, '203.0.113.93/24'), port('inside', 1, '10.30.0.1/16')],
  },
  { name: 'branch-ftd', interfaces: [port('outside', 0, '203.0.113.120/24'), port('inside', 1, '10.40.0.1/16')] },
];

/** A pair's VTIs, routes and interfaces are kept at its primary; the secondary shows the same. */
export const atPrimary = (world: World, path: string): string => {
  const words = path.split('/');
  if (!path.startsWith(`${records}/`) || words.length < 4) return path;
  const unit = world.units.find((u) => u.members[1]?.id === words[2]);
  return unit ? [...words.slice(0, 2), unit.members[0]!.id, ...words.slice(3)].join('/') : path;
};

const bootstrap = (): JsonObject => {
  const link = (name: string, net: string): JsonObject => ({
    interfaceObject: { id: name, type: 'PhysicalInterface', name: 'GigabitEthernet0/7' },
    logicalName: name,
    activeIP: `${net}.1`,
    standbyIP: `${net}.2`,
    subnetMask: '255.255.255.252',
    useIPv6Address: false,
  });
  return {
    isEncryptionEnabled: false,
    useSameLinkForFailovers: true,
    lanFailover: link('failover-link', '192.0.2'),
    statefulFailover: link('failover-link', '192.0.2'),
  };
};

export const makeUnits = (devices: readonly LabDevice[], newId: (form?: 'uuid') => string): readonly Unit[] =>
  devices.map((device) => {
    const members = (device.members ?? [device.name]).map((name) => ({ id: newId('uuid'), name }));
    return device.members
      ? { id: newId('uuid'), name: device.name, type: 'DeviceHAPair' as const, members }
      : { id: members[0]!.id, name: device.name, type: 'Device' as const, members };
  });

const addressing = (cidr: string | undefined): JsonObject => {
  if (cidr === undefined) return { dhcp: { enableDefaultRouteDHCP: true, dhcpRouteMetric: 1 } };
  const [address = '', length] = cidr.split('/');
  return { static: { address, netmask: maskOf(Number(length)) } };
};

const interfaceBody = ({ name, ifname, address }: LabInterface, zone: string): JsonObject => {
  return {
    name,
    ifname,
    enabled: true,
    mode: 'NONE',
    MTU: 1500,
    managementOnly: false,
    ipv4: addressing(address),
    ipv6: { enableIPV6: false },
    securityZone: { id: zone, type: 'SecurityZone' },
  };
};

export const seedDevices = (world: World, devices: readonly LabDevice[]): void => {
  const zones = new Map(
    [...new Set(devices.flatMap((d) => d.interfaces.map((i) => i.ifname)))].map((name) => [name, world.newId('uuid')]),
  );
  const ports = new Map<string, JsonObject[]>();
  devices.forEach((device, i) => {
    const unit = world.units[i]!;
    const pair = unit.type === 'DeviceHAPair';
    unit.members.forEach((member, m) => {
      seed(world, records, member.id, {
        name: member.name,
        hostName: `192.0.2.${10 + i * 10 + m}`,
        license_caps: ['BASE', 'STRONGCRYPTO'],
        model: 'Cisco Firepower Threat Defense for VMware',
        modelType: 'Sensor',
        ftdMode: 'ROUTED',
        sw_version: world.version,
        healthStatus: 'green',
        isConnected: true,
        deploymentStatus: 'DEPLOYED',
        performanceTier: 'FTDv50',
      });
    });
    const [primary, secondary] = unit.members;
    const at = `${records}/${primary!.id}`;
    device.interfaces.forEach((face) => {
      const kind = face.kind ?? 'physicalinterfaces';
      const item = seed(world, `${at}/${kind}`, world.newId(), interfaceBody(face, zones.get(face.ifname)!));
      ports.set(face.ifname, [
        ...(ports.get(face.ifname) ?? []),
        { id: item.id, type: 'PhysicalInterface', name: face.ifname },
      ]);
    });
    if (!pair) return;
    seed(world, 'devicehapairs/ftddevicehapairs', unit.id, {
      name: unit.name,
      primary: { id: primary!.id, type: 'Device', name: primary!.name },
      secondary: { id: secondary!.id, type: 'Device', name: secondary!.name },
      ftdHABootstrap: bootstrap(),
    });
  });
  zones.forEach((id, name) =>
    seed(world, 'object/securityzones', id, {
      name: `${name}-zone`,
      interfaceMode: 'ROUTED',
      interfaces: ports.get(name) ?? [],
    }),
  );
};

/** Metadata that only devices and pairs have. */
export const deviceMetadata = (world: World, collection: string, id: string): JsonObject => {
  const unit = world.units.find((u) => u.id === id || u.members.some((member) => member.id === id));
  if (!unit) return {};
  if (collection === 'devicehapairs/ftddevicehapairs') {
    const turned = world.switched.has(id);
    const status = (i: number): JsonObject => {
      const well = unit.members[i]!.name !== world.sick();
      const active = (i === 0) !== turned;
      return { currentStatus: well ? (active ? 'Active' : 'Standby') : 'Failed', device: { ...unit.members[i]! } };
    };
    return {
      configStatus: 'HEALTHY_CONFIG',
      analyticsOnly: false,
      primaryStatus: status(0),
      secondaryStatus: status(1),
    };
  }
  if (collection !== records) return {};
  const container = { id: unit.id, name: unit.name, type: 'DeviceHAPair' };
  const pair = unit.type === 'DeviceHAPair';
  return {
    isPartOfContainer: pair,
    ...(pair ? { containerDetails: container } : {}),
    deviceSerialNumber: `LAB${id.slice(0, 8).toUpperCase()}`,
    snortVersion: '3.1.53',
    snortEngine: 'SNORT3',
    isMultiInstance: false,
    otherAssociatedPolicies: [],
  };
};
