import { z } from 'zod';
import { isIpv4, isIpv4Cidr, isIpv6, isIpv6Cidr, isRising } from '../../kernel/ip';
import { anyAddress } from '../choices';
import { ref } from '../noun';
import { secretRef } from '../secret';
import { integer, preference, text } from '../values';
import { notValid } from '../wording';
import { plain } from '../plain-text';

/** Values of the Duo proxy's file, in the limits of the checker that comes with the proxy (`authproxy_connectivity_tool`). */

/** The name of a section: its type, and a number where there are several. */
export const sectionName = (type: string) =>
  plain().regex(new RegExp(`^${type}\\d{0,4}$`), {
    error: notValid(`section of this type`, `${type}, or ${type}2 for a second one`),
  });

export const port = integer(1, 65535);
/** The checker takes 0 too; nothing here means anything then. */
export const count = integer(1, 2147483647);

/** Integration key: DI and 18 capitals and digits. */
export const ikey = z.union(
  [
    plain().regex(/^DI[A-Z0-9]{18}$/, {
      error: notValid('Duo integration key', 'DI and 18 capital letters or digits'),
    }),
    secretRef,
  ],
  { error: notValid('Duo integration key', "DI and 18 capital letters or digits, or Secret.fromEnv('DUO_IKEY')") },
);

const apiHostName = notValid(
  'Duo API host',
  "its name like api-0123abcd.duosecurity.com, or Secret.fromEnv('DUO_API_HOST')",
);
/** API hostname of the application: a name, without a scheme. */
export const apiHost = z.union(
  [plain().regex(/^(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9.-]*\.[A-Za-z0-9-]+$/, { error: apiHostName }), secretRef],
  { error: apiHostName },
);

const words = notValid('address, network or range', '192.0.2.1, 192.0.2.0/24 or 192.0.2.1-192.0.2.9');
const rangeOf = (value: string): readonly [from: string, to: string] | undefined => {
  const [from, to, ...rest] = value.split('-');
  if (from === undefined || to === undefined || rest.length > 0) return undefined;
  return [isIpv4, isIpv6].some((is) => is(from) && is(to)) ? [from, to] : undefined;
};
const rises = (value: string): boolean => {
  const ends = rangeOf(value);
  return ends === undefined || isRising(...ends);
};
/** Who may ask: an address, a network, or a range of addresses. */
export const addresses = plain({ error: words })
  .refine((value) => rangeOf(value) !== undefined || [isIpv4, isIpv6, isIpv4Cidr, isIpv6Cidr].some((is) => is(value)), {
    error: words,
  })
  .refine(rises, { error: 'the range ends before it begins: write the lower address first' });

/** A distinguished name, as far as its form goes. */
export const dn = text(500).refine((value) => /^\w[\w.-]*=.+/.test(value), {
  error: notValid('distinguished name', 'it like DC=example,DC=net'),
});

/** Names of RADIUS attributes that are handed on. */
export const attributeNames = preference(
  plain().regex(/^[A-Za-z][\w-]*$/, { error: notValid('RADIUS attribute', 'its name like Framed-IP-Address') }),
  'attribute',
);

/** How the user is asked, in the order of preference. */
export const factors = preference(z.enum(['auto', 'push', 'phone', 'passcode']), 'factor');

/** What checks the password. */
export const primary = z.union([ref('duo-radius-client'), ref('duo-ad-client'), ref('duo-only-client')], {
  error: notValid('primary authenticator', 'the DuoRadiusClient, DuoAdClient or DuoOnlyClient construct'),
});

export const minimumTls = z.enum(['ssl3', 'tls1.0', 'tls1.1', 'tls1.2']);

/** Every key that an application of Duo has, whatever serves it. */
export const application = {
  /** Integration key of the application, `DI…`. */
  ikey,
  /** Secret key of the application: 40 letters and digits. Only ever a `Secret`. */
  skey: secretRef,
  /** API hostname of the application. */
  apiHost,
};

/** What every section takes. */
export const common = {
  /** Log more, also passwords that arrive in clear. Default: false. */
  debug: z.boolean().optional(),
  /** A file of certificate authorities for Duo's service. Default: those that come with the proxy. */
  httpCaCertsFile: text(200).optional(),
};

/** What every `[radius_server_…]` takes. */
export const radiusServerKeys = {
  ...application,
  /** What checks the password. Default: the one client of the file. */
  client: primary.optional(),
  /** Who may ask, each with the shared secret of its own. */
  callers: preference(
    z.strictObject({
      /** Address, network or range that requests come from. */
      address: addresses,
      /** Shared secret: the `key` of the RADIUS server on the device. Only ever a `Secret`. */
      secret: secretRef,
    }),
    'caller',
  ),
  /** What happens when Duo's service cannot be reached: refuse (`secure`), or let in with the password alone (`safe`, which is the proxy's own default). Default: secure. */
  failmode: z.enum(['safe', 'secure']).default('secure'),
  /** UDP port. Default: 1812. */
  port: port.default(1812),
  /** Address to listen on. Default: all. */
  interface: anyAddress.optional(),
  /** Seconds to wait for Duo's service, 1 and up. Default: none. */
  apiTimeout: count.optional(),
  /** TCP port of Duo's service. Default: 443. */
  apiPort: port.optional(),
  /** Attributes of the answer of the RADIUS server that the device gets too. RADIUS clients only. */
  passThroughAttributes: attributeNames.optional(),
  /** Hand all attributes on, both ways. Default: false. */
  passThroughAll: z.boolean().optional(),
  /** Python's name of the encoding of passwords. Default: utf-8. */
  passwordCodec: text(32).optional(),
  /** Attribute that holds the address of the user. Default: Calling-Station-Id. */
  clientIpAttribute: text(64).optional(),
  /** Users that need no second factor. */
  exemptUsernames: preference(text(128), 'user').optional(),
  /** HTTP proxy on the way to Duo's service. */
  httpProxyHost: text(253).optional(),
  /** Port of the HTTP proxy. Default: 80. Needs `httpProxyHost`. */
  httpProxyPort: port.optional(),
  ...common,
};

type Given = { readonly httpProxyHost?: string | undefined; readonly httpProxyPort?: number | undefined };
/** A port of an HTTP proxy says nothing without its host. */
export const proxied = (noun: Given, context: z.core.$RefinementCtx): void => {
  if (noun.httpProxyPort === undefined || noun.httpProxyHost !== undefined) return;
  context.addIssue({
    code: 'custom',
    path: ['httpProxyHost'],
    message: 'is missing: write it, or leave httpProxyPort out',
  });
};
