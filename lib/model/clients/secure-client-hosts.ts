import { z } from 'zod';
import { headend } from './headend';
import { hostName, oneWord, preference, text } from '../values';
import { notValid } from '../wording';

/** Where a client connects to: an address that a declared headend is known by, or one whose headend is named here. */
export const clientHost = z.union(
  [
    hostName,
    z.strictObject({
      /** Address or name, as clients reach it. */
      address: hostName,
      /** The device that answers there, or `elsewhere` for one that is not declared in this stack. */
      headend,
    }),
  ],
  { error: notValid('headend', 'its name like vpn.example.net, or { address, headend } with the device') },
);
export type ClientHost = z.output<typeof clientHost>;
export const addressOfHost = (host: ClientHost): string => (typeof host === 'string' ? host : host.address);

/** EAP methods in which the client says an identity of its own before it says who the user is. */
export const identifiedMethods = ['EAP-MD5', 'EAP-MSCHAPv2', 'EAP-GTC'] as const;
export const authMethodDuringIke = z.enum([...identifiedMethods, 'EAP-AnyConnect', 'IKE-RSA', 'IKE-ECDSA'], {
  error: notValid('authentication method', 'one of EAP-AnyConnect, EAP-MD5, EAP-MSCHAPv2, EAP-GTC, IKE-RSA, IKE-ECDSA'),
});
export type AuthMethodDuringIke = z.output<typeof authMethodDuringIke>;

const standardAuthentication = z
  .strictObject({
    /** How users prove who they are. Default: EAP-GTC. */
    authMethodDuringIkeNegotiation: authMethodDuringIke.default('EAP-GTC'),
    /** The key id that the client says it is, by which a router chooses the IKEv2 profile. Only with EAP-MD5, -MSCHAPv2, -GTC. */
    ikeIdentity: oneWord(255, 'key id').optional(),
  })
  .superRefine(({ authMethodDuringIkeNegotiation: method, ikeIdentity }, context) => {
    if (ikeIdentity === undefined || (identifiedMethods as readonly string[]).includes(method)) return;
    const message = `${method} has an identity of its own: leave it out, or take one of ${identifiedMethods.join(', ')}`;
    context.addIssue({ code: 'custom', path: ['ikeIdentity'], message });
  });

const domains = preference(text(255), 'domain').optional();
/** What phones and tablets do besides. AnyConnectProfile.xsd, `MobileHostEntryInfo`. */
const mobile = z.strictObject({
  /** Connect again when the network changes. Default: true. */
  networkRoaming: z.boolean().optional(),
  /** How the certificate is chosen. Default: Auto. */
  certificatePolicy: z.enum(['Auto', 'Manual', 'None']).optional(),
  /** Connect when a domain of the lists is asked for (Apple). Default: false. */
  connectOnDemand: z.boolean().optional(),
  /** Domains that never bring the VPN up. */
  neverConnectDomains: domains,
  /** Domains that bring it up where DNS does not know them. */
  connectIfNeededDomains: domains,
  /** The connection becomes the active one when the profile is imported. Default: false. */
  activateOnImport: z.boolean().optional(),
});

/** One line of the list that users choose from: `HostEntry` of AnyConnectProfile.xsd. */
export const hostEntry = z
  .strictObject({
    /** What users see. */
    name: text(255),
    /** Where it connects to. */
    address: clientHost,
    /** The tunnel group, or on a firewall with IPsec the name of the connection profile. Default: none. */
    userGroup: oneWord(128, 'group').optional(),
    /** Headends to try when this one does not answer, in order. Default: those of the preferences. */
    backupServers: preference(clientHost, 'headend').optional(),
    /** Headends that share the load with this one. */
    loadBalancingServers: preference(clientHost, 'headend').optional(),
    /** What phones and tablets do besides. */
    mobile: mobile.optional(),
    /** What the client tries first. Default: IPsec. */
    primaryProtocol: z.enum(['IPsec', 'SSL']).default('IPsec'),
    /** Only methods that every IKEv2 peer knows: what a router needs. Default: Cisco's own (EAP-AnyConnect). */
    standardAuthenticationOnly: standardAuthentication.optional(),
  })
  .superRefine(({ primaryProtocol, standardAuthenticationOnly }, context) => {
    if (primaryProtocol === 'IPsec' || standardAuthenticationOnly === undefined) return;
    const message = "it is of IKEv2: write primaryProtocol: 'IPsec', or leave it out";
    context.addIssue({ code: 'custom', path: ['standardAuthenticationOnly'], message });
  });
export type HostEntry = z.output<typeof hostEntry>;
