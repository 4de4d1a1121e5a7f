import { z } from 'zod';
import { noun, ref } from '../noun';
import { integer, ipv4, objectName, preference, text } from '../values';
import { notValid } from '../wording';

const minutes = (max: number) =>
  z.union([integer(1, max, 'minutes'), z.literal('none')], {
    error: notValid('time', `minutes of 1 to ${max}, or 'none'`),
  });

/** What a policy may have none of, said: then DfltGrpPolicy does not count for it. */
const orNone = <T extends z.ZodType>(schema: T) => z.union([schema, z.literal('none')]).optional();

/**
 * What users of an ASA get once they are in: `group-policy`. What is left out comes from DfltGrpPolicy; `none` is an answer
 * of its own, and DfltGrpPolicy is not asked.
 */
export const asaGroupPolicy = noun(
  'asa-group-policy',
  'group policy of an ASA',
  z
    .strictObject({
      /** Name on the device. `DfltGrpPolicy` is there by itself and can only be reset. */
      name: objectName,
      /** How users may connect. */
      tunnelProtocols: preference(
        z.enum(['ikev1', 'ikev2', 'l2tp-ipsec', 'ssl-client', 'ssl-clientless'], {
          error: notValid('tunnel protocol', 'one of ikev2, ssl-client, ssl-clientless, ikev1, l2tp-ipsec'),
        }),
        'tunnel protocol',
      ).optional(),
      /** DNS servers, at most two; or `none`. */
      dnsServers: orNone(preference(ipv4, 'DNS server').max(2, { error: 'write at most two DNS servers' })),
      /** WINS servers, at most two; or `none`. */
      winsServers: orNone(preference(ipv4, 'WINS server').max(2, { error: 'write at most two WINS servers' })),
      /** Domain of the users; or `none`. */
      defaultDomain: orNone(objectName),
      /** What goes through the tunnel. Default: everything. Windows' own client takes no split tunnel. */
      splitTunnelPolicy: z
        .enum(['tunnelall', 'tunnelspecified', 'excludespecified'], {
          error: notValid('split tunnel policy', 'one of tunnelall, tunnelspecified, excludespecified'),
        })
        .optional(),
      /** The networks that the policy speaks of; or `none`. */
      splitTunnelNetworks: orNone(ref('access-list')),
      /** Domains that are asked of the tunnel's DNS servers; or `none`. */
      splitDns: orNone(preference(objectName, 'domain')),
      /** What users may reach; or `none`: all that the firewall lets through. */
      filter: orNone(ref('access-list')),
      /** Pools for the users, instead of those of the tunnel group; or `none`. */
      addressPools: orNone(preference(ref('address-pool'), 'address pool').max(6)),
      /** Minutes without traffic until the session ends, 1 to 35791394, or `none`. Default: 30. */
      idleTimeout: minutes(35791394).optional(),
      /** Minutes until the session ends, 1 to 35791394, or `none`. Default: none. */
      sessionTimeout: minutes(35791394).optional(),
      /** Sessions that a user may have at once, 0 to 2147483647; 0 forbids logins. Default: 3. */
      simultaneousLogins: integer(0, 2147483647).optional(),
      /** What users read after the login: one line, or several, of which some may be empty; or `none`. */
      banner: z.union([z.literal('none'), text(491), z.array(z.union([text(491), z.literal('')])).min(1)]).optional(),
      /** The users stay in this tunnel group: users of others do not get this policy; or `none`. */
      groupLock: orNone(objectName),
      /** An AnyConnect profile, by the name under which `webvpn` knows it. */
      anyconnectProfile: objectName.optional(),
      /** What Secure Client is told besides, one value of each attribute: domains of a dynamic split tunnel, for one. */
      customAttributes: preference(ref('asa-client-attribute'), 'client attribute').optional(),
    })
    .superRefine((p, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      const attributes = (p.customAttributes ?? []).map(({ name }) => name.split('/')[0]!);
      const twice = attributes.find((attribute, i) => attributes.indexOf(attribute) !== i);
      if (twice !== undefined) issue('customAttributes', `a policy has one value of ${twice}: write one of the two`);
      const split = p.splitTunnelPolicy !== undefined && p.splitTunnelPolicy !== 'tunnelall';
      if (split && p.splitTunnelNetworks === undefined)
        issue(
          'splitTunnelNetworks',
          `${p.splitTunnelPolicy} needs the networks: give an AccessList of type 'standard'`,
        );
      if (!split && p.splitTunnelNetworks !== undefined)
        issue('splitTunnelPolicy', "networks alone do nothing: write splitTunnelPolicy: 'tunnelspecified'");
    }),
);
