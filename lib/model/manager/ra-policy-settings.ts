import { z } from 'zod';
import { firewallRef } from '../choices';
import { noun, ref } from '../noun';
import { secretRef } from '../secret';
import { integer, ipv4, ipv6, oneWord, preference } from '../values';
import { plain } from '../plain-text';

const common = {
  /** The name of the policy. */
  name: plain(),
  /** The policy that it belongs to. */
  policy: ref('ra-vpn-policy'),
};

/** Which certificates lead to which connection profile, before anybody chooses. */
export const raCertificateMapping = noun(
  'ra-certificate-mapping',
  'certificate to profile mapping',
  z.strictObject({
    ...common,
    /** The first map that fits a client's certificate names its profile. */
    mappings: preference(
      z.strictObject({
        /** What the certificate says. */
        map: ref('certificate-map'),
        /** The profile that such clients get. */
        profile: ref('ra-connection-profile'),
      }),
      'mapping',
    ),
    /** A group URL wins over the certificate. Default: true. */
    groupUrlFirst: z.boolean().default(true),
  }),
  { identity: ['policy'] },
);

/** What LDAP attributes of users mean to the firewall. */
export const raLdapAttributes = noun(
  'ra-ldap-attributes',
  'LDAP attribute maps of a policy',
  z.strictObject({
    ...common,
    /** One map for each realm. */
    realms: preference(
      z.strictObject({
        /** The realm whose users it is for. */
        realm: ref('realm'),
        /** Attributes of the server and what they mean. */
        attributes: preference(
          z.strictObject({
            /** Name of the attribute at the LDAP server: `memberOf`. */
            ldapName: oneWord(128, 'LDAP attribute'),
            /** Name of the Cisco attribute: `Group-Policy`, `Banner1`. */
            ciscoName: oneWord(128, 'Cisco attribute'),
            /** Values and what they mean: a group policy, or a value of the Cisco attribute. */
            values: preference(
              z.strictObject({
                /** The value at the LDAP server. */
                ldapValue: plain().min(1).max(512),
                /** The group policy that such users get, or the value of the Cisco attribute. */
                to: z.union([ref('ftd-group-policy'), plain().min(1).max(512)]),
              }),
              'value',
            ),
          }),
          'attribute',
        ),
      }),
      'realm',
    ),
  }),
  { identity: ['policy'] },
);

/** The realm whose users `local` means in the connection profiles of a policy. */
export const raLocalRealm = noun(
  'ra-local-realm',
  'local realm of a policy',
  z.strictObject({
    ...common,
    /** The realm, of type `local`. */
    realm: ref('realm'),
    /** Connection profiles whose users it has: the FMC takes a realm when they are there. */
    profiles: preference(ref('ra-connection-profile'), 'connection profile'),
  }),
  { identity: ['policy'] },
);

/** Several firewalls under one address: clients are sent on to the one that has the least to do. */
export const raLoadBalancing = noun(
  'ra-load-balancing',
  'remote access load balancing',
  z.strictObject({
    ...common,
    /** The address that clients connect to. */
    address: ipv4,
    /** The same in IPv6. Default: none. */
    ipv6Address: ipv6.optional(),
    /** Zone over which the firewalls speak with each other. */
    interface: ref('security-zone'),
    /** UDP port for that, 1 to 65535. Default: 9023. */
    port: integer(1, 65535).default(9023),
    /** Key by which they encrypt it. Only ever a `Secret`. Default: not encrypted. */
    key: secretRef.optional(),
    /** Clients are sent on by name instead of address. Default: false. */
    redirectByName: z.boolean().default(false),
    /** When IKEv2 clients are sent on. Default: `sa-authentication`. */
    redirectPhase: z.enum(['sa-authentication', 'sa-initialization']).default('sa-authentication'),
    /** The firewalls, and which of them leads: the highest priority of 1 to 10. */
    members: preference(
      z.strictObject({
        /** The firewall. */
        device: firewallRef,
        /** 1 to 10. Default: 5. */
        priority: integer(1, 10).default(5),
        /** Its address where it stands behind NAT. */
        natAddress: ipv4.optional(),
        /** The same in IPv6. */
        natIpv6Address: ipv6.optional(),
      }),
      'firewall',
    ),
  }),
  { identity: ['policy'] },
);
