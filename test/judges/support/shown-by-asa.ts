import { part, type Case, type Truth } from './shown';

export const firewall: readonly Case[] = [
  { command: 'show version', genie: 'asa.show_version.ShowVersion', ntc: 'cisco_asa' },
  { command: 'show crypto ikev2 sa', genie: 'asa.show_crypto_ikev2_sa.ShowCryptoIkev2Sa' },
  { command: 'show inventory', genie: 'asa.show_inventory.ShowInventory', ntc: 'cisco_asa' },
  { command: 'show crypto ipsec sa', ntc: 'cisco_asa' },
  { command: 'show vpn-sessiondb', genie: 'asa.show_vpn_sessiondb.ShowVPNSessionDBSummary', ntc: 'cisco_asa' },
  { command: 'show vpn-sessiondb detail l2l', ntc: 'cisco_asa' },
  { command: 'show failover', genie: 'asa.show_failover.ShowFailover' },
];

const session = {
  session_type: 'LAN-to-LAN',
  connection: '192.0.2.77',
  ip_address: '192.0.2.77',
  protocol: 'IKEv2 IPsec',
  total_ike_sessions: '1',
  total_ipsec_sessions: '1',
};

/** What the lab's ASA holds. */
export const ofFirewall = (serial: string): Truth => ({
  'show version': {
    genie: {
      version: part({
        asa_version: '9.18(4)',
        asdm_version: '7.18(1)152',
        hostname: 'asa',
        platform: 'ASAv',
        serial_number: serial,
      }),
    },
    ntc: [part({ version: '9.18(4)', hostname: 'asa', serial: [serial], image: 'boot:/asa9184-smp-k8.bin' })],
  },
  'show crypto ikev2 sa': {
    genie: {
      sessions: {
        1: part({
          status: 'UP-ACTIVE',
          tunnels: {
            '198.51.100.30/500-192.0.2.77/500': part({
              status: 'READY',
              encryption_algorithm: 'AES-CBC',
              key_size: 256,
              hashing_algorithm: 'SHA256',
              dh_group: 14,
              lifetime_secs: 86400,
              authentication_verify: 'PSK',
            }),
          },
        }),
      },
    },
  },
  'show inventory': {
    genie: { Chassis: part({ pid: 'ASAv', vid: 'V01', sn: serial }) },
    ntc: [part({ name: 'Chassis', pid: 'ASAv', sn: serial })],
  },
  'show crypto ipsec sa': {
    ntc: [
      part({
        interface: 'judge',
        local_address: '198.51.100.30',
        current_peer: '192.0.2.77',
        local_identity_addr: '0.0.0.0',
        remote_identity_mask: '0.0.0.0',
        local_crypto_endpoint: '198.51.100.30',
        remote_crypto_endpoint: '192.0.2.77',
        current_inbound_spi: '5E000000',
        inbound_spi_integer: '1577058304',
        inbound_encryption: 'esp-aes-256',
        inbound_authentication: 'esp-sha-hmac',
        inbound_iv_size: '16 bytes',
        current_outbound_spi: '5F000000',
        outbound_spi_hex: '0x5F000000',
        outbound_encryption: 'esp-aes-256',
        outbound_authentication: 'esp-sha-hmac',
      }),
    ],
  },
  'show vpn-sessiondb': {
    genie: { summary: part({}) },
    unlike: 'Genie demands tunnels of users, which an ASA with site-to-site tunnels alone does not show',
    ntc: [
      part({
        vpn_session_name: ['Site-to-Site VPN', 'IKEv2 IPsec'],
        vpn_session_active: ['1', '1'],
        total_active_and_inactive: '1',
        tunnels_summary_name: ['IKEv2', 'IPsec'],
        totals_active: '2',
      }),
    ],
  },
  'show vpn-sessiondb detail l2l': {
    ntc: [
      part({
        ...session,
        connection_type: 'IKEv2',
        udp_src_port: '500',
        remote_authentication_mode: 'preSharedKeys',
        local_authentication_mode: 'preSharedKeys',
        encryption_method: 'AES256',
        hash_method: 'SHA256',
        rekey_interval: '86400',
        prf: 'SHA256',
        dh_group: '14',
      }),
      part({
        ...session,
        connection_type: 'IPsec',
        local_address_network: '0.0.0.0',
        remote_address_mask: '0.0.0.0',
        encryption_method: 'AES256',
        hash_method: 'SHA1',
        encapsulation: 'Tunnel',
      }),
    ],
  },
  'show failover': { genie: part({ failover_enabled: false }) },
});

/** A tunnel of the ASA, which stays up. */
export const tunnelOfAsa = [
  'crypto ipsec profile JUDGE',
  'set ikev2 ipsec-proposal OTHERS',
  'interface Tunnel1',
  'nameif judge',
  'ip address 10.62.0.1 255.255.255.252',
  'tunnel source interface outside',
  'tunnel destination 192.0.2.77',
  'tunnel mode ipsec ipv4',
  'tunnel protection ipsec profile JUDGE',
];
