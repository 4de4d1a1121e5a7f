import { z } from 'zod';
import { firewallRef } from '../choices';
import { noun, ref } from '../noun';
import { poolRange } from '../shared/address-pool';
import { checkTrustpoint } from '../shared/cert-trustpoint-checks';
import { enrolmentFields } from '../shared/enrolment-fields';
import { distinct, integer, ipv4, ipv6Prefix, text } from '../values';
import { dnsResolution, wholeName } from './fqdn-object';
import { networkMembers } from './network-group';
import { addressesValue } from './network-object';
import { samlFields } from './saml-server';
import { attributeFields, checkAttribute } from './secure-client-attribute';
import { urlValue } from './url-object';

// An object override: what an object of the FMC is on one firewall. It bears the name of the firewall, behind the object's.

const named = { within: 'object', identity: ['device'] } as const;

/** What a network object is on one firewall: under its name the firewall has this value, and others have the object's own. */
export const networkObjectOverride = noun(
  'network-object-override',
  'network object override',
  z.strictObject({
    /** The name of the firewall. */
    name: text(128),
    /** The object, which is `overridable`. */
    object: ref('network-object'),
    /** The firewall. */
    device: firewallRef,
    /** An address, a network with a length, or a range `192.0.2.1-192.0.2.9`: the same of the three as the object. */
    value: addressesValue,
  }),
  named,
);

/** What a domain name of the FMC is on one firewall. */
export const fqdnObjectOverride = noun(
  'fqdn-object-override',
  'FQDN object override',
  z.strictObject({
    /** The name of the firewall. */
    name: text(128),
    /** The object, which is `overridable`. */
    object: ref('fqdn-object'),
    /** The firewall. */
    device: firewallRef,
    /** The domain name, like `www.example.net`. */
    fqdn: wholeName,
    /** Which addresses of it count. Default: `ipv4-and-ipv6`. */
    dnsResolution: dnsResolution.optional(),
  }),
  named,
);

/** What is in a network group on one firewall. */
export const networkGroupOverride = noun(
  'network-group-override',
  'network group override',
  z.strictObject({
    /** The name of the firewall. */
    name: text(128),
    /** The group, which is `overridable`. */
    object: ref('network-group'),
    /** The firewall. */
    device: firewallRef,
    /** All that is in it there, in the place of what is in the group: objects and groups, addresses and networks. */
    members: networkMembers,
  }),
  named,
);

/** What a URL of the FMC is on one firewall. */
export const urlObjectOverride = noun(
  'url-object-override',
  'URL object override',
  z.strictObject({
    /** The name of the firewall. */
    name: text(128),
    /** The object, which is `overridable`. */
    object: ref('url-object'),
    /** The firewall. */
    device: firewallRef,
    /** For example `https://pune.example.net/staff`. */
    url: urlValue,
  }),
  named,
);

/**
 * Which addresses a pool has on one firewall: so one policy of remote access is for several firewalls, each of which gives
 * addresses of its own. A pool with a supernet needs none: there each firewall takes a part by itself.
 */
export const addressPoolOverride = noun(
  'address-pool-override',
  'address pool override',
  z.strictObject({
    /** The name of the firewall. */
    name: text(128),
    /** The pool, which is `overridable` and has ranges. */
    object: ref('address-pool'),
    /** The firewall. */
    device: firewallRef,
    /** One range of addresses; without `to` it is one address. */
    ranges: distinct(
      z.array(poolRange).min(1, { error: "is empty: write ranges: [{ from: '10.99.1.10', to: '10.99.1.250' }]" }),
      'range',
    ),
    /** The mask that clients get with the address. Default: that of the address's class. */
    mask: ipv4.optional(),
  }),
  named,
);

/** Which IPv6 addresses a pool has on one firewall. */
export const ipv6AddressPoolOverride = noun(
  'ipv6-address-pool-override',
  'IPv6 address pool override',
  z.strictObject({
    /** The name of the firewall. */
    name: text(128),
    /** The pool, which is `overridable`. */
    object: ref('ipv6-address-pool'),
    /** The firewall. */
    device: firewallRef,
    /** First address with its prefix length: `2001:db8:1::10/64`. */
    start: ipv6Prefix,
    /** How many addresses, 1 to 16384. */
    size: integer(1, 16384, 'addresses'),
  }),
  named,
);

/**
 * What a certificate enrolment is on one firewall: a PKCS#12 file of its own, or another name in the certificate. All of it
 * is written, nothing is taken from the enrolment. A firewall that holds the certificate is enrolled anew by hand.
 */
export const certTrustpointOverride = noun(
  'cert-trustpoint-override',
  'trustpoint override',
  z
    .strictObject({
      /** The name of the firewall. */
      name: text(128),
      /** The enrolment, which is `overridable`. */
      object: ref('cert-trustpoint'),
      /** The firewall. */
      device: firewallRef,
      ...enrolmentFields,
    })
    .superRefine(checkTrustpoint),
  named,
);

/** What a SAML identity provider is for one firewall: its own address for users, its own certificate. All of it is written. */
export const samlServerOverride = noun(
  'saml-server-override',
  'SAML server override',
  z.strictObject({
    /** The name of the firewall. */
    name: text(128),
    /** The server, which is `overridable`. */
    object: ref('saml-server'),
    /** The firewall. */
    device: firewallRef,
    ...samlFields,
  }),
  named,
);

/** What Secure Client is told by one firewall. */
export const secureClientAttributeOverride = noun(
  'secure-client-attribute-override',
  'Secure Client attribute override',
  z
    .strictObject({
      /** The name of the firewall. */
      name: text(128),
      /** The attribute, which is `overridable` and of the same type. */
      object: ref('secure-client-attribute'),
      /** The firewall. */
      device: firewallRef,
      ...attributeFields,
    })
    .superRefine(checkAttribute),
  named,
);
