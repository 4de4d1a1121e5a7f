import { z } from 'zod';
import { noun, ref } from '../noun';
import { text } from '../values';

export const address = z.union([ref('network-object'), ref('network-group')]);

/** Addresses that many share, each by ports of its own. */
export const patPool = z
  .strictObject({
    /** The addresses: a network object that is a range or a host, or a group of them. */
    addresses: address,
    /** One address after the other, and not each to its end first. Default: false. */
    roundRobin: z.boolean().optional(),
    /** A port is taken again towards another destination. Default: false. */
    extended: z.boolean().optional(),
    /** Ports of 1024 to 65535, whichever the client took. Default: false. */
    flatPortRange: z.boolean().optional(),
    /** With `flatPortRange`: ports 1 to 1023 too. Default: false. */
    includeReserved: z.boolean().optional(),
    /** Where the pool is used up, the address of the interface. Default: false. */
    interfaceLast: z.boolean().optional(),
  })
  .refine(({ flatPortRange, includeReserved }) => includeReserved !== true || flatPortRange === true, {
    path: ['includeReserved'],
    error: 'it is of the flat range: write flatPortRange: true, or leave it out',
  });

/** A manual NAT rule (twice NAT) of the FMC. With `original` and `translated` the same it leaves addresses as they are. */
export const natRule = noun(
  'nat-rule',
  'manual NAT rule',
  z
    .strictObject({
      /** What it is known by: the FMC gives a rule no name, so this stands in its description. */
      name: text(128),
      /** The NAT policy that it stands in. */
      policy: ref('nat-policy'),
      /** Before or after the automatic rules; below is what comes first. Default: `before-auto`. It cannot change. */
      section: z.enum(['before-auto', 'after-auto']).default('before-auto'),
      /** Whether addresses keep a fixed partner (`static`, what an exemption needs) or share some. Default: static. */
      type: z.enum(['static', 'dynamic']).default('static'),
      /** Where packets come from. */
      originalSource: address,
      /** What that becomes. Default: the address of the interface that they leave by. */
      translatedSource: address.optional(),
      /** Addresses that many share, each by ports of its own, instead of `translatedSource`. With `dynamic` only. */
      patPool: patPool.optional(),
      /** Where they go to. Default: anywhere. */
      originalDestination: address.optional(),
      /** What that becomes. Default: unchanged. */
      translatedDestination: address.optional(),
      /** Zone that they come in by. Default: any. */
      sourceZone: ref('security-zone').optional(),
      /** Zone that they leave by. Default: any. */
      destinationZone: ref('security-zone').optional(),
      /** The rule is in force. Default: true. */
      enabled: z.boolean().default(true),
      /** The firewall does not answer ARP for the translated address. Default: false; where addresses stay as they are, write true. */
      noProxyArp: z.boolean().optional(),
      /** The way out is found in the routing table. Default: false; where addresses stay as they are, write true. */
      routeLookup: z.boolean().optional(),
      /** From source to destination only. Default: false. */
      unidirectional: z.boolean().optional(),
    })
    .superRefine((rule, context) => {
      const issue = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
      if (rule.patPool !== undefined && rule.type !== 'dynamic')
        issue('patPool', "addresses are shared: write type: 'dynamic', or leave it out");
      if (rule.patPool !== undefined && rule.translatedSource !== undefined)
        issue('patPool', 'the pool is what the source becomes: leave translatedSource out');
      if (rule.translatedDestination !== undefined && rule.originalDestination === undefined)
        issue('translatedDestination', 'of what? write originalDestination too');
    }),
  { within: 'policy' },
);
