import { z } from 'zod';
import { interfaceRef, vrfRef } from './choices';
import { noun, ref } from './noun';
import { radiusAddress } from './radius-server';
import { secretRef } from './secret';
import { integer, objectName, preference } from './values';
import { isNo } from './wording';

/** A server that only this group knows. */
const privateServer = z.strictObject({
  /** Its address; ports 1812 and 1813 unless others are given. */
  address: radiusAddress,
  /** Seconds to wait for an answer, 1 to 1000. Default: 5. */
  timeout: integer(1, 1000, 'seconds').optional(),
  /** How often to ask again, 1 to 100. Default: 3. */
  retransmit: integer(1, 100).optional(),
  /** Shared secret. Only ever a `Secret`. */
  key: secretRef,
});

/** AAA servers that are asked one after the other. Lists name the group, never a server. */
export const aaaServerGroup = noun(
  'aaa-server-group',
  'AAA server group',
  z
    .strictObject({
      /** Name on the device. */
      name: objectName,
      /** Which protocol its servers speak. Default: radius. */
      type: z.enum(['radius', 'ldap']).default('radius'),
      /** Servers in the order in which they are asked. */
      servers: preference(
        z.union([ref('radius-server'), ref('ldap-server')], {
          error: isNo('AAA server', 'the RadiusServer or LdapServer construct'),
        }),
        'server',
      ).optional(),
      /** Servers that only this group knows. RADIUS only. */
      privateServers: preference(privateServer, 'server').optional(),
      /** Interface whose address the servers see. RADIUS only. */
      sourceInterface: interfaceRef.optional(),
      /** VRF in which the servers are. Default: global. */
      vrf: vrfRef.optional(),
      /** Minutes for which a dead server is not asked, 1 to 1440. RADIUS only. */
      deadtime: integer(1, 1440, 'minutes').optional(),
    })
    .superRefine((p, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      if (!p.servers && !p.privateServers)
        issue('servers', 'is missing: write the RadiusServer or LdapServer constructs, or privateServers');
      const wrong = (p.servers ?? []).find((server) => server.ref !== `${p.type}-server`);
      if (wrong)
        issue(
          'servers',
          `${wrong.name} is no ${p.type} server: write type: '${wrong.ref.split('-')[0]}', or another server`,
        );
      if (p.type === 'ldap')
        for (const field of ['privateServers', 'sourceInterface', 'deadtime'] as const)
          if (p[field] !== undefined) issue(field, 'it is of RADIUS groups: leave it out');
    }),
);
