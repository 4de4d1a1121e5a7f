import { z } from 'zod';
import { interfaceRef, vrfRef } from '../choices';
import { noun, ref } from '../noun';
import { radiusAddress } from './radius-server';
import { secretRef } from '../secret';
import { integer, objectName, preference } from '../values';
import { notValid } from '../wording';

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

/** What the FMC says of a RADIUS group. FMC only. */
const managerFields = {
  /** Seconds between attempts to reach a server that does not answer, 1 to 10. Default: 10. FMC only. */
  retryInterval: integer(1, 10, 'seconds').optional(),
  /** Accounting goes to one server or to all of them. Default: `single`. FMC only. */
  accountingMode: z.enum(['single', 'multiple']).optional(),
  /** The servers are asked what a user may have, and never for a password. Default: false. FMC only. */
  authorizeOnly: z.boolean().optional(),
  /** Minutes between accounting messages of a session, 1 to 120. Default: none are sent. FMC only. */
  interimAccountingMinutes: integer(1, 120, 'minutes').optional(),
  /** UDP port on which the servers may change what a session has (RFC 5176), 1024 to 65535. Default: they may not. FMC only. */
  dynamicAuthorizationPort: integer(1024, 65535).optional(),
  /** A downloaded access list stands before or after that of the attributes. Default: it takes its place. FMC only. */
  mergeDownloadedList: z.enum(['before', 'after']).optional(),
  /** Realm whose users the servers know. Default: none. FMC only. */
  realm: ref('realm').optional(),
};

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
          error: notValid('AAA server', 'the RadiusServer or LdapServer construct'),
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
      ...managerFields,
    })
    .superRefine((p, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      if (!p.servers && !p.privateServers)
        issue('servers', 'is missing: write the RadiusServer or LdapServer constructs, or privateServers');
      const wrong = (p.servers ?? []).find((server) => server.ref !== `${p.type}-server`);
      if (wrong)
        issue(
          'servers',
          `${wrong.name} is not a ${p.type} server: write type: '${wrong.ref.split('-')[0]}', or another server`,
        );
      if (p.type === 'ldap')
        for (const field of ['privateServers', 'sourceInterface', 'deadtime'] as const)
          if (p[field] !== undefined) issue(field, 'it is of RADIUS groups: leave it out');
    }),
);
