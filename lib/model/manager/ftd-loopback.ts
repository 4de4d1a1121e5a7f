import { z } from 'zod';
import { firewallRef } from '../choices';
import { noun } from '../noun';
import { plain } from '../plain-text';
import { ipv4Interface, objectName, text } from '../values';
import { notValid } from '../wording';

/** A loopback interface of a firewall: an address that is always there, which tunnels borrow. */
export const ftdLoopback = noun(
  'ftd-loopback',
  'loopback interface',
  z.strictObject({
    /** `Loopback` and a number of 1 to 1024. */
    name: plain().refine(
      (name) => /^Loopback[1-9]\d{0,3}$/.test(name) && Number(name.slice('Loopback'.length)) <= 1024,
      {
        error: notValid('loopback interface of a firewall', 'it like Loopback1'),
      },
    ),
    /** The firewall it is on. Set by the construct. */
    device: firewallRef,
    /** Its logical name on the firewall. A change makes it again. */
    ifname: objectName,
    /** A remark that the FMC keeps; one line. */
    description: text(200).optional(),
    /** Address with prefix length, usually /32. */
    address: ipv4Interface,
    /** Switched off by hand. Default: false. */
    shutdown: z.boolean().optional(),
  }),
  { identity: 'id', within: 'device' },
);
