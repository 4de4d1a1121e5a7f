import { z } from 'zod';
import { ref } from './noun';
import { ipv4, ipv4Network, ipv6, ipv6Prefix, objectName } from './values';
import { notValid } from './wording';
import { plain } from './plain-text';

/** A VRF: its construct, or the name of one that is not declared. */
export const vrfRef = z.union([ref('vrf'), objectName], {
  error: notValid('VRF', 'the Vrf construct, or the name of one that is there'),
});

export const interfaceText = plain().regex(/^[A-Za-z][A-Za-z-]* ?\d[\d/.:]*$/, {
  error: notValid('interface', 'it like GigabitEthernet0/0'),
});

/** An interface: its construct, or the name of one that is not declared. */
export const interfaceRef = z.union([ref('loopback-interface'), ref('tunnel-interface'), interfaceText], {
  error: notValid('interface', 'its construct, or its name like GigabitEthernet0/0'),
});

/** An address of either family. */
export const anyAddress = z.union([ipv4, ipv6], { error: notValid('address', '192.0.2.1 or 2001:db8::1') });

/** The certificate that a firewall shows: its trustpoint, or with `chain` the certificates of its authorities too. */
export const shownCertificate = z.union(
  [ref('cert-trustpoint'), z.strictObject({ trustpoint: ref('cert-trustpoint'), chain: z.literal(true) })],
  { error: notValid('certificate', 'the CertTrustpoint construct, or { trustpoint, chain: true }') },
);

/** A host, or a network with its length: what a peer's address may be matched with. */
export const hostOrNetwork = z.union([ipv4, ipv4Network, ipv6Prefix, ipv6.transform((host) => `${host}/128`)], {
  error: notValid('address or network', '192.0.2.1, 10.20.0.0/16 (host bits zero) or 2001:db8::/64'),
});

/** A group of AAA servers, or a method that the device has by itself. Used in the order given. */
export const aaaMethod = z.union(
  [
    ref('aaa-server-group'),
    z.enum(['local', 'local-case', 'none', 'enable', 'line', 'if-authenticated', 'group radius', 'group ldap']),
  ],
  {
    error: notValid(
      'AAA method',
      'an AaaServerGroup construct, or one of local, local-case, enable, line, if-authenticated, group radius, group ldap, none',
    ),
  },
);

/** An object tracked by the device (`track 1 …`), 1 to 1000. */
export const trackState = z.enum(['up', 'down']);

/** A firewall of an FMC: its construct comes from the FMC. */
export const firewallRef = ref('ftd-device', (input) =>
  input === undefined
    ? "the firewall that it is on, fmc.ftd('NAME'), as its scope or here"
    : `the firewall, fmc.ftd('${typeof input === 'string' ? input : 'NAME'}')`,
);
