import { z } from 'zod';
import { plain } from './plain-text';

const line = plain();

/** What a device is to a person who looks at the network. */
export const deviceRole = z.enum([
  'router',
  'firewall',
  'manager',
  'proxy',
  'duo',
  'identity',
  'radius',
  'peer',
  'users',
  'files',
]);
export type DeviceRole = z.output<typeof deviceRole>;

const device = z.object({
  /** Unique in its diagram: the id of a target, `fmc/branch-ftd` of a firewall behind a manager, else words of its own. */
  id: line,
  /** What it is called. */
  name: line,
  role: deviceRole,
  /** The target that it is, or whose plan changes it. Absent: nothing is written to it. */
  target: line.optional(),
  /** In words: `IOS-XE 17.9, 192.0.2.1`. */
  detail: line,
});

const end = z.object({
  /** Id of the device. */
  device: line,
  /** The object there: `Tunnel100`. Absent where the peer is not declared. */
  name: line.optional(),
  /** Construct path of that object. */
  path: line.optional(),
  /** What the device calls the session, besides the name of the object: a topology of an FMC. */
  session: line.optional(),
  /** Address inside of the tunnel, with its length. */
  address: line.optional(),
  /** Address that the tunnel leaves by. */
  outside: line.optional(),
});

const link = z.object({
  /**
   * `tunnel`: two ends of a VPN. `access`: users who dial in. `radius`: who asks whom for logins. `manages`: a manager and
   * its firewall. `needs`: any other reference between targets.
   */
  kind: z.enum(['tunnel', 'access', 'radius', 'manages', 'needs']),
  ends: z.tuple([end, end]),
});

/** The devices of a stack and what connects them, as its program declares it. No secret is in it. */
export const diagram = z.object({ devices: z.array(device), links: z.array(link) });

export type Diagram = z.output<typeof diagram>;
export type DiagramDevice = z.output<typeof device>;
export type DiagramLink = z.output<typeof link>;
export type DiagramEnd = z.output<typeof end>;
