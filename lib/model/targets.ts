import { z } from 'zod';
import { isIpv6 } from '../kernel/ip';
import { anyAddress } from './choices';
import { secretRef } from './secret';
import { integer, objectName, text } from './values';
import { notValid } from './wording';
import { plain } from './plain-text';

const bare = { error: 'write a host name or an address, without a scheme or a port' };
const host = plain()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.:-]*$/, { ...bare, abort: true })
  .refine((text) => !text.includes(':') || isIpv6(text), bare);

/** How to log in. Values are references, read when the connection is made. */
export const login = z.strictObject({
  /** User name; it may be a `Secret` too. */
  username: z.union([plain().min(1), secretRef], {
    error: notValid('user name', "text, or Secret.fromEnv('NAME')"),
  }),
  /** Password, unless a private key is given. */
  password: secretRef.optional(),
  /** A private key in OpenSSH or PEM form. SSH only. */
  privateKey: secretRef.optional(),
  /** The passphrase of the private key. */
  passphrase: secretRef.optional(),
  /** The enable secret, where the login does not begin privileged. */
  enable: secretRef.optional(),
});
export type LoginProps = z.output<typeof login>;

/** How to log in to an FMC: by user and password, or where it is delivered from the cloud by a token. */
export const managerLogin = login
  .extend({
    /** A token in place of the password: of an API user of Security Cloud Control. It is not renewed from here. */
    token: secretRef.optional(),
  })
  .refine(({ token, password }) => token === undefined || password === undefined, {
    path: ['token'],
    error: 'stands in place of the password: leave one of them out',
  });

/** Whom to believe. Turning verification off is loud, per target, and never the default. */
export const trust = z.strictObject({
  /** SSH host key or TLS certificate, as `SHA256:…` (base64, what ssh-keygen prints) or hex with or without colons. */
  fingerprint: plain().optional(),
  /** A known_hosts file (SSH; default ~/.ssh/known_hosts) or a CA file in PEM (TLS; default the system's). */
  file: plain().optional(),
  /** Do not verify. Every run says so. */
  insecure: z.boolean().optional(),
});

const connection = {
  /** Host name or address of the device. */
  host,
  /** How to log in. */
  login,
  /** Whom to believe. Default: SSH host keys of ~/.ssh/known_hosts, TLS authorities of the system. */
  trust: trust.default({}),
  /** Seconds in which each command or request must be answered whole, 1 to 600. Default: 60. */
  timeoutSeconds: integer(1, 600, 'seconds').default(60),
  /** Megabytes that one answer may have, 1 to 256; a list of several pages four times as much. Default: 16. */
  answerMegabytes: integer(1, 256, 'megabytes').optional(),
};

export const jumpHost = z.strictObject({
  /** Host name or address, as the hop before it, or this machine, reaches it. */
  host,
  /** TCP port of SSH. Default: 22. */
  port: integer(1, 65535).default(22),
  /** How to log in to it. */
  login,
  /** Whom to believe: its host key. Default: ~/.ssh/known_hosts. */
  trust: trust.default({}),
});
/** A host through which others are reached by SSH. */
export type JumpHostProps = z.input<typeof jumpHost>;
export type JumpHost = z.output<typeof jumpHost>;

const ssh = {
  /** TCP port of SSH. Default: 22. */
  port: integer(1, 65535).default(22),
  /**
   * Accept algorithms of SSH that are broken or weak (SHA-1 signatures and MACs, groups 1 and 14 with SHA-1, CBC), for a
   * device that has no better ones. Every run warns of it. Default: false.
   */
  legacyAlgorithms: z.boolean().optional(),
  /**
   * Jump hosts through which it is reached, the one that is reached from here first; at most 5. The host key of each is
   * verified. Default: none, it is reached directly.
   */
  via: z.array(jumpHost).min(1).max(5).optional(),
};

const httpProxy = z.strictObject({
  /** Host name or address of the proxy. */
  host,
  /** TCP port of the proxy. Default: 3128. */
  port: integer(1, 65535).default(3128),
  /** User name, where the proxy asks for one (Basic). */
  username: z
    .union([plain().min(1), secretRef], { error: notValid('user name', "text, or Secret.fromEnv('NAME')") })
    .optional(),
  /** The password of that user. */
  password: secretRef.optional(),
});
/** An HTTP proxy through which HTTPS services are reached. */
export type HttpProxyProps = z.input<typeof httpProxy>;

const https = {
  /**
   * The HTTP proxy through which it is reached (CONNECT), or `none`. TLS is verified end to end: a proxy sees only encrypted
   * data. Default: what HTTPS_PROXY and NO_PROXY of the environment say.
   */
  proxy: z.union([z.literal('none'), httpProxy]).optional(),
};

const retrySeconds = z.number().min(0.01).max(60).default(2);

export const targets = {
  iosxe: z.strictObject({
    ...connection,
    ...ssh,
    /** Release train, for example `17.9`. */
    release: plain().regex(/^\d{2}\.\d{1,2}(\.\w+)?$/, { error: 'write a release like 17.9 or 17.9.5' }),
    /**
     * `on`: `aaa new-model` is there already and not declared, so VPNs of level 2 do not write it. Default: they write
     * it where they need it and nothing on the router declares it, and demand a way in (rule TW-AAA-001).
     */
    aaaNewModel: z.literal('on').optional(),
    /** Minutes until the device takes an unconfirmed change back, 1 to 120. Default: 5. */
    revertMinutes: integer(1, 120, 'minutes').default(5),
  }),
  asa: z.strictObject({
    ...connection,
    ...ssh,
    /** Release, for example `9.16` or `9.18.4`. */
    release: plain().regex(/^9\.\d{1,2}(\.\d+)*$/, { error: 'write a release like 9.16 or 9.18.4' }),
    /** Security context to work in, where the ASA has several. Default: none, the login's own. */
    context: objectName.optional(),
    /**
     * Minutes until the ASA reloads into its saved configuration when a change is not let go, 2 to 120; `none`: nothing
     * is armed. An ASA has no other way to take a change back by itself, and a reload takes all its tunnels down.
     * Default: 10. In a context nothing can be armed.
     */
    reloadMinutes: z.union([integer(2, 120, 'minutes'), z.literal('none')]).default(10),
  }),
  fmc: z.strictObject({
    ...connection,
    ...https,
    /** How to log in: `Login.fromEnv`, and to a cloud-delivered FMC `Login.withToken`. */
    login: managerLogin,
    /** TCP port of HTTPS. Default: 443. */
    port: integer(1, 65535).default(443),
    /** Version, for example `7.4` or `7.4.1`: it says which features and which request rate there are. */
    version: plain().regex(/^\d{1,2}\.\d+(\.\d+)*$/, { error: 'write a version like 7.4 or 7.4.1' }),
    /** Domain by its path, like `Global/Branch`. Default: Global. */
    domain: text(128).default('Global'),
    /** Seconds before a refused or failed request is tried again, growing threefold, 0.01 to 60. Default: 2. */
    retrySeconds,
    /**
     * Requests a minute that may be sent by all processes with the same ledgers, 1 to 100000. Default: 300 from 7.4.1 on
     * and 120 before, which is the FMC's own limit.
     */
    requestsPerMinute: integer(1, 100_000, 'requests').optional(),
    /** Deploy to the devices after staging. Default: true. */
    deploy: z.boolean().default(true),
    /** Name of the device that is deployed to first, before all others. Default: one that stands alone, if there is one. */
    canary: text(128).optional(),
    /** Devices that are deployed to at the same time after the first, 1 to 50. Default: 10. */
    waveSize: integer(1, 50, 'devices').default(10),
    /**
     * Read every part of an object by a request of its own and before each write, and create tunnels and routes one by
     * one: more requests, for an FMC that answers parts of objects incompletely. Default: false.
     */
    cautious: z.boolean().default(false),
    /**
     * Deploy only the policies in which there are changes of ours, with those that the FMC deploys only together with
     * them: what others changed elsewhere waits on. Default: false, changes of others stop the deployment.
     */
    selective: z.boolean().default(false),
    /** Deploy although the FMC warns of something; each warning is shown. Default: false, the FMC refuses then. */
    ignoreWarnings: z.boolean().default(false),
    /** UUID of the change ticket under which changes are written, where the FMC manages changes (7.4 and later). Default: none. */
    changeTicket: z
      .guid({ error: 'write the UUID of the ticket, as the FMC shows it in the address of its page' })
      .optional(),
    /** Minutes to wait for a device that is deployed to, 0.001 to 120. Default: 15. */
    deployMinutes: z.number().min(0.001).max(120).default(15),
    /** After deploying to a high-availability pair, fail over and look at both members again. Default: false. */
    switchRoles: z.boolean().default(false),
  }),
  'duo-proxy': z
    .strictObject({
      ...connection,
      /** Host name or address of the proxy's machine. Devices ask it here, unless `DuoProxy` names another address. */
      host,
      /** Further addresses at which devices ask the proxy: behind a translation, or beside a name. Default: none. */
      addresses: z.array(anyAddress).default([]),
      /** How to log in. Not where the file is only written here (`artifact`). */
      login: login.optional(),
      ...ssh,
      /** Directory of the installation. Default: /opt/duoauthproxy. */
      directory: plain()
        .regex(/^\/[\w./-]*[\w-]$/, { error: notValid('directory', 'its path like /opt/duoauthproxy') })
        .default('/opt/duoauthproxy'),
      /** Run authproxyctl by `sudo -n`. The login must be able to write in `conf` all the same. Default: false. */
      sudo: z.boolean().default(false),
      /** Seconds until the proxy must be listening after a restart, 1 to 600. Default: 90. */
      startSeconds: integer(1, 600, 'seconds').default(90),
      /** Write the file here, with its secrets, to be brought to the machine (Windows): nothing logs in there. */
      artifact: text(200).optional(),
    })
    .superRefine((p, context) => {
      if (p.login === undefined && p.artifact === undefined)
        context.addIssue({
          code: 'custom',
          path: ['login'],
          message:
            "is missing: write Login.fromEnv('DUO_PROXY'), or artifact: 'authproxy.cfg' to have the file written here",
        });
    }),
  folder: z.strictObject({
    /** Where the files are written, relative to where the command runs. */
    folder: plain().min(1, { error: 'write a folder, like dist/clients' }),
  }),
  ise: z.strictObject({
    ...connection,
    ...https,
    /** TCP port of ERS, the REST API for objects (Administration > Settings > API Settings). Default: 9060. */
    port: integer(1, 65535).default(9060),
    /** Seconds before a refused or failed request is tried again, growing threefold, 0.01 to 60. Default: 2. */
    retrySeconds,
  }),
  'duo-admin': z.strictObject({
    ...connection,
    ...https,
    /** TCP port of HTTPS. Default: 443. */
    port: integer(1, 65535).default(443),
    /** Seconds before a refused or failed request is tried again, growing threefold, 0.01 to 60. Default: 2. */
    retrySeconds,
  }),
} as const;

export type PlatformId = keyof typeof targets;
/** Platforms whose configuration is typed over SSH. */
export type CommandLineId = 'iosxe' | 'asa';
export type TargetSettings<P extends PlatformId> = z.output<(typeof targets)[P]>;
export type TargetProps<P extends PlatformId> = z.input<(typeof targets)[P]>;
