/**
 * `run` changes every name, so that nothing of a run was read in one before.
 * Configurations of about `lines` lines: tunnels with their profiles, each of seven noun sections. `changed` of a
 * hundred tunnels have another lifetime and another destination.
 */
export const configuration = (lines: number, changed: number, run = 0): string => {
  const tunnels = Math.max(1, Math.round(lines / 35));
  const blocks = Array.from({ length: tunnels }, (_, n) => tunnel(n, n % 100 < changed, run));
  return `version 17.9\n!\nhostname edge\n!\n${blocks.join('')}end\n`;
};

const address = (n: number): string => `203.${Math.floor(n / 65536) % 256}.${Math.floor(n / 256) % 256}.${n % 256}`;

const tunnel = (n: number, changed: boolean, run: number): string => `crypto pki certificate map MAP-${run}-${n} 10
 subject-name co cn = site-${run}-${n}.example.net
!
crypto ikev2 proposal PROPOSAL-${run}-${n}
 encryption aes-gcm-256
 prf sha384
 group 19 20
!
crypto ikev2 profile PROFILE-${run}-${n}
 match certificate MAP-${run}-${n}
 identity local dn
 authentication remote rsa-sig
 authentication local rsa-sig
 pki trustpoint CA-INTERNAL
 lifetime ${changed ? 14400 : 28800}
!
crypto ipsec transform-set TS-${run}-${n} esp-aes 256 esp-sha384-hmac
 mode tunnel
!
crypto ipsec profile IPSEC-${run}-${n}
 set transform-set TS-${run}-${n}
 set pfs group19
 set ikev2-profile PROFILE-${run}-${n}
!
interface Tunnel${n}
 ip address 10.${Math.floor(n / 16384) % 256}.${Math.floor(n / 64) % 256}.${(n % 64) * 4 + 1} 255.255.255.252
 tunnel source GigabitEthernet0/0
 tunnel mode ipsec ipv4
 tunnel destination ${address(changed ? n + 1 : n)}
 tunnel protection ipsec profile IPSEC-${run}-${n}
!
`;
