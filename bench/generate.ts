/**
 * Configurations of about `lines` lines: tunnels with their profiles, each of seven noun sections. `changed` of a
 * hundred tunnels have another lifetime and another destination.
 */
export const configuration = (lines: number, changed: number): string => {
  const tunnels = Math.max(1, Math.round(lines / 35));
  const blocks = Array.from({ length: tunnels }, (_, n) => tunnel(n, n % 100 < changed));
  return `version 17.9\n!\nhostname edge\n!\n${blocks.join('')}end\n`;
};

const address = (n: number): string => `203.${Math.floor(n / 65536) % 256}.${Math.floor(n / 256) % 256}.${n % 256}`;

const tunnel = (n: number, changed: boolean): string => `crypto pki certificate map MAP-${n} 10
 subject-name co cn = site-${n}.example.net
!
crypto ikev2 proposal PROPOSAL-${n}
 encryption aes-gcm-256
 prf sha384
 group 19 20
!
crypto ikev2 profile PROFILE-${n}
 match certificate MAP-${n}
 identity local dn
 authentication remote rsa-sig
 authentication local rsa-sig
 pki trustpoint CA-INTERNAL
 lifetime ${changed ? 14400 : 28800}
!
crypto ipsec transform-set TS-${n} esp-aes 256 esp-sha384-hmac
 mode tunnel
!
crypto ipsec profile IPSEC-${n}
 set transform-set TS-${n}
 set pfs group19
 set ikev2-profile PROFILE-${n}
!
interface Tunnel${n}
 ip address 10.${Math.floor(n / 16384) % 256}.${Math.floor(n / 64) % 256}.${(n % 64) * 4 + 1} 255.255.255.252
 tunnel source GigabitEthernet0/0
 tunnel mode ipsec ipv4
 tunnel destination ${address(changed ? n + 1 : n)}
 tunnel protection ipsec profile IPSEC-${n}
!
`;
