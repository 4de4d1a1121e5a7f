import { z } from 'zod';
import { ipFields, ospfLine } from './interface-fields';
import { noun } from '../noun';
import { integer, ipv4, ipv4Interface, objectName, oneWord, preference, text } from '../values';
import { notValid } from '../wording';
import { plain } from '../plain-text';

const ip = {
  ...ipFields,
  /** OSPF lines as text, without their first words `ip ospf`. */
  ospf: preference(ospfLine, 'line').optional(),
};

/** One group of routers that stand for one address. */
const hsrpGroup = z.strictObject({
  /** 0 to 4095. */
  group: integer(0, 4095),
  /** The address that they stand for. */
  ip: ipv4.optional(),
  /** By which a cluster names the group. */
  groupName: oneWord(64, 'name').optional(),
  /** Who is active, 0 to 255; the highest is. Default: 100. */
  priority: integer(0, 255).optional(),
  /** Become active again when back. */
  preempt: z.literal(true).optional(),
});

/**
 * Single lines on an interface that is not declared: only these are compared, typed and taken back. All others stay.
 */
export const interfaceLines = noun(
  'interface-lines',
  'interface lines',
  z
    .strictObject({
      /** The interface, for example `GigabitEthernet0/0`. It must be there. */
      name: plain().regex(/^[A-Z][A-Za-z-]*\d[\d/.:]*$/, {
        error: notValid('interface', 'it like GigabitEthernet0/0'),
      }),
      /** A remark that the device keeps; one line. */
      description: text(200).optional(),
      /** Address with prefix length. */
      address: ipv4Interface.optional(),
      ...ip,
      /** HSRP version, 1 or 2. Default: 1. */
      hsrpVersion: z.literal([1, 2]).optional(),
      /** HSRP groups: the cluster of a load balancer needs one. */
      hsrp: preference(hsrpGroup, 'group').optional(),
      /** Access lists, by name or number, for packets that come in or go out; one of each. */
      accessGroups: preference(
        z.strictObject({ list: objectName, direction: z.enum(['in', 'out']) }),
        'access group',
      ).optional(),
      /** Further lines as they are typed, like `ip nat outside`. */
      lines: preference(text(250), 'line').optional(),
    })
    .superRefine((noun, context) => {
      if (noun.vrf !== undefined && noun.address === undefined && noun.ipv6Addresses === undefined)
        context.addIssue({
          code: 'custom',
          path: ['vrf'],
          message:
            'a VRF takes the addresses off an interface: write address or ipv6Addresses too, so that they come back',
        });
    }),
  { identity: 'id' },
);
