import { z } from 'zod';
import { noun, ref } from '../noun';
import { plain } from '../plain-text';
import { secretRef } from '../secret';
import { domainName, hostName, integer, oneWord, preference, text } from '../values';
import { notValid } from '../wording';

const distinguishedName = plain()
  .max(255, { error: 'at most 255 characters' })
  .regex(/^[A-Za-z][A-Za-z0-9.-]*=.+$/, { error: notValid('distinguished name', 'it like dc=example,dc=net') });

/** Whom the FMC and its firewalls are at the directory. */
const login = z.strictObject({
  /** User name, like `vpn@example.net`. */
  name: oneWord(255, 'user name'),
  /** Only ever a `Secret`. The FMC never shows it again. */
  password: secretRef,
});

const protections = ['ldaps', 'starttls', 'none'] as const;

/** A server of the directory. All of them answer the same. */
const server = z
  .strictObject({
    /** Address or name; with TLS the name in its certificate. */
    host: hostName,
    /** TCP port. Default: 636 with `ldaps`, else 389. */
    port: integer(1, 65535).optional(),
    /** What protects passwords on the way to it. Default: `ldaps`. */
    encryption: z
      .enum(protections, { error: notValid('encryption', `one of ${protections.join(', ')}`) })
      .default('ldaps'),
    /** The authority of its certificate: a trusted CA of the FMC. Needed with TLS. */
    authority: ref('trusted-ca').optional(),
    /** Zone or interface group by which firewalls reach it. Default: by their routes. */
    zone: ref('security-zone').optional(),
  })
  .superRefine(({ encryption, authority }, context) => {
    const issue = (message: string) => context.addIssue({ code: 'custom', path: ['authority'], message });
    if (encryption === 'none' && authority) issue('nothing is encrypted: leave it out, or write encryption');
    if (encryption !== 'none' && !authority)
      issue("is missing: give the TrustedCa of the server's certificate, or write encryption: 'none'");
  });

const names = (what: string) => preference(text(255), what);
/** What the FMC downloads of the directory, for rules by user. */
const download = z.strictObject({
  /** Hour of the day at which it starts, 0 to 23. Default: 0. */
  hour: integer(0, 23).optional(),
  /** Hours between two downloads. Default: 24. */
  intervalHours: z
    .literal([1, 2, 3, 4, 6, 8, 12, 24], { error: notValid('interval', 'one of 1, 2, 3, 4, 6, 8, 12, 24 hours') })
    .optional(),
  /** Groups whose users are downloaded. Default: all. */
  includedGroups: names('group').optional(),
  /** Groups whose users are not. Default: none. */
  excludedGroups: names('group').optional(),
  /** Users who are downloaded. Default: all. */
  includedUsers: names('user').optional(),
  /** Users who are not. Default: none. */
  excludedUsers: names('user').optional(),
});

const ofDirectory = ['user', 'baseDn', 'groupDn', 'servers'] as const;
const alsoOfDirectory = ['groupAttribute', 'download'] as const;
const ofActiveDirectory = ['domain', 'joinUser'] as const;
const types = ['ad', 'ldap', 'local'] as const;

/**
 * Where users and their passwords are: Active Directory, another LDAP directory, or the FMC itself (`local`, whose users
 * are `LocalRealmUser`). A realm of another type, of SAML or Azure AD, is looked up with `Realm.fromExisting`. It is
 * enabled. (Cisco Secure Firewall Management Center device configuration guide, realms.)
 */
export const realm = noun(
  'realm',
  'realm',
  z
    .strictObject({
      /** Name on the FMC. */
      name: text(128),
      /** What it is for. Up to 200 characters. */
      description: text(200).optional(),
      /** What it is. It cannot change. */
      type: z.enum(types, { error: notValid('type of realm', `one of ${types.join(', ')}`) }),
      /** Domain of the Active Directory, like `example.net`; one realm has it. It cannot change. `ad` only. */
      domain: domainName.optional(),
      /** Who may join a computer to the domain, for Kerberos in captive portals. Default: nobody. `ad` only. */
      joinUser: login.optional(),
      /** Whom the directory lets look for users. `ad` and `ldap`. */
      user: login.optional(),
      /** Where users are looked for, like `dc=example,dc=net`. `ad` and `ldap`. */
      baseDn: distinguishedName.optional(),
      /** Where groups are looked for. `ad` and `ldap`. */
      groupDn: distinguishedName.optional(),
      /** Servers of the directory, in the order in which they are asked. `ad` and `ldap`. */
      servers: preference(server, 'server').optional(),
      /** Attribute that says who is in a group: `member`, `uniqueMember`. Default: what the FMC has for the type. */
      groupAttribute: oneWord(64, 'attribute').optional(),
      /** Which users and groups the FMC downloads, and when. Default: all of them at midnight. */
      download: download.optional(),
    })
    .superRefine((p, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
      const refuse = (fields: readonly (keyof typeof p)[], type: string) =>
        fields
          .filter((field) => p[field] !== undefined)
          .forEach((field) => issue(field, `it is of ${type}: leave it out`));
      if (p.type === 'local') return refuse([...ofDirectory, ...alsoOfDirectory, ...ofActiveDirectory], 'directories');
      for (const field of ofDirectory)
        if (p[field] === undefined) issue(field, `is missing: a realm of type '${p.type}' needs it`);
      if (p.type === 'ldap') refuse(ofActiveDirectory, 'Active Directory');
      else if (p.domain === undefined) issue('domain', 'is missing: write the domain, like example.net');
    }),
);
