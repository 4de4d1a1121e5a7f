import { z } from 'zod';
import { noun, ref } from '../noun';
import { plain } from '../plain-text';
import { integer } from '../values';
import { address, patPool } from './nat-rule';

const port = integer(1, 65535);

/**
 * An automatic NAT rule of the FMC: of one object, whose addresses become others. The firewall sorts such rules by itself,
 * static ones and small networks first; they come after manual rules `before-auto`.
 */
export const autoNatRule = noun(
  'auto-nat-rule',
  'automatic NAT rule',
  z
    .strictObject({
      /** The object and the zones, by which the rule is known. */
      name: plain(),
      /** The NAT policy that it stands in. */
      policy: ref('nat-policy'),
      /** Whether addresses keep a fixed partner (`static`, what a server needs) or share some. Default: static. */
      type: z.enum(['static', 'dynamic']).default('static'),
      /** Whose addresses are translated: a host, a range or a network; no group. */
      originalNetwork: ref('network-object'),
      /** What they become. Default: the address of the interface that they leave by. */
      translatedNetwork: address.optional(),
      /** Addresses that many share, each by ports of its own, instead of `translatedNetwork`. With `dynamic` only. */
      patPool: patPool.optional(),
      /** Zone of the object. Default: any. */
      sourceZone: ref('security-zone').optional(),
      /** Zone that the others are reached by. Default: any. */
      destinationZone: ref('security-zone').optional(),
      /** One service of the object alone, by its port here and its port outside. With `static` only. Default: all. */
      service: z
        .strictObject({
          /** What the ports are of. */
          protocol: z.enum(['tcp', 'udp']),
          /** Port of the object, 1 to 65535. */
          originalPort: port,
          /** Port by which it is reached, 1 to 65535. */
          translatedPort: port,
        })
        .optional(),
      /** Addresses in DNS answers are translated too. Default: false. */
      translateDns: z.boolean().optional(),
      /** The firewall does not answer ARP for the translated address. Default: false; where addresses stay as they are, write true. */
      noProxyArp: z.boolean().optional(),
      /** The way out is found in the routing table, where addresses stay as they are. Default: false. */
      routeLookup: z.boolean().optional(),
    })
    .superRefine((rule, context) => {
      const issue = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
      if (rule.patPool !== undefined && rule.type !== 'dynamic')
        issue('patPool', "addresses are shared: write type: 'dynamic', or leave it out");
      if (rule.patPool !== undefined && rule.translatedNetwork !== undefined)
        issue('patPool', 'the pool is what the addresses become: leave translatedNetwork out');
      if (rule.service !== undefined && rule.type !== 'static')
        issue('service', 'one service has a fixed port: leave type out, or leave it out');
      if (rule.routeLookup === true && rule.translatedNetwork?.name !== rule.originalNetwork.name)
        issue('routeLookup', 'it is of addresses that stay as they are: give originalNetwork as translatedNetwork too');
    }),
  {
    within: 'policy',
    identity: ({ originalNetwork, sourceZone = 'any', destinationZone = 'any' }) =>
      originalNetwork === undefined ? undefined : `${originalNetwork}, ${sourceZone} to ${destinationZone}`,
  },
);
