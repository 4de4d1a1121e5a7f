import { judge } from './support/judge';
import { startNetwork, type Network } from './support/network';
import { missingModules, python } from './support/python';
import { firewall, ofFirewall, tunnelOfAsa } from './support/shown-by-asa';
import { part, type Case, type Truth } from './support/shown';

interface Tried {
  readonly said?: unknown;
  readonly failed?: string;
}
interface Answer {
  readonly shown: string;
  readonly genie: Tried | null;
  readonly ntc: Tried | null;
}

const router: readonly Case[] = [
  { command: 'show version', genie: 'iosxe.show_platform.ShowVersion', ntc: 'cisco_ios' },
  { command: 'show inventory', genie: 'iosxe.show_platform.ShowInventory', ntc: 'cisco_ios' },
  { command: 'show crypto session', genie: 'iosxe.show_crypto.ShowCryptoSession' },
  { command: 'show crypto session detail', genie: 'iosxe.show_crypto.ShowCryptoSessionDetail', ntc: 'cisco_ios' },
  { command: 'show crypto ipsec sa', genie: 'iosxe.show_crypto.ShowCryptoIpsecSa' },
  { command: 'show crypto ikev2 sa', genie: 'iosxe.show_crypto.ShowCryptoIkev2Sa' },
  { command: 'show crypto ikev2 sa detailed', genie: 'iosxe.show_crypto.ShowCryptoIkev2SaDetail' },
  { command: 'show crypto ikev2 session', genie: 'iosxe.show_crypto.ShowCryptoIkev2Session' },
  { command: 'show crypto pki trustpoints status', genie: 'iosxe.show_crypto.ShowCryptoPkiTrustpointsStatus' },
  { command: 'show crypto pki trustpoints', genie: 'iosxe.show_crypto.ShowCryptoPkiTrustpoints' },
  { command: 'show crypto pki certificates', genie: 'iosxe.show_crypto.ShowCryptoPkiCertificates', ntc: 'cisco_ios' },
  { command: 'show crypto pki certificates verbose', genie: 'iosxe.show_crypto.ShowCryptoPkiCertificateVerbose' },
  { command: 'show crypto key mypubkey rsa', genie: 'iosxe.show_crypto.ShowCryptoKeyMypubkeyRsa' },
  { command: 'show crypto ikev2 diagnose error', genie: 'iosxe.show_crypto.ShowCryptoIkev2DiagnoseError' },
  { command: 'show ntp status', genie: 'iosxe.show_ntp.ShowNtpStatus' },
  { command: 'show ntp associations', genie: 'iosxe.show_ntp.ShowNtpAssociations' },
  { command: 'show archive', genie: 'iosxe.show_archive.ShowArchive', ntc: 'cisco_ios' },
  { command: 'show archive config differences', genie: 'iosxe.show_archive.ShowArchiveConfigDifferences' },
  { command: 'show interfaces', genie: 'iosxe.show_interface.ShowInterfaces', ntc: 'cisco_ios' },
  { command: 'show ip interface', genie: 'iosxe.show_interface.ShowIpInterface', ntc: 'cisco_ios' },
  { command: 'show ip interface brief', genie: 'iosxe.show_interface.ShowIpInterfaceBrief', ntc: 'cisco_ios' },
  { command: 'show clock', genie: 'iosxe.show_system.ShowClock', ntc: 'cisco_ios' },
  { command: 'show crypto key mypubkey ec', genie: 'iosxe.show_crypto.ShowCryptoKeyMypubkeyEc' },
  { command: 'show users', genie: 'iosxe.show_session.ShowUsers', ntc: 'cisco_ios' },
  { command: 'show privilege', genie: 'iosxe.show_privilege.ShowPrivilege' },
  { command: 'show access-lists', genie: 'iosxe.show_acl.ShowAccessLists', ntc: 'cisco_ios' },
  { command: 'show hosts', genie: 'iosxe.show_hosts.ShowHosts' },
  { command: 'show processes cpu', genie: 'iosxe.show_platform.ShowProcessesCpu', ntc: 'cisco_ios' },
];
/** What the lab holds, by the command that shows it: Genie's reading, and that of ntc-templates. */
const up = { port: '500', local: '198.51.100.10', remote: '203.0.113.93' };
const ports = [
  'Loopback77 10.77.0.1',
  'Tunnel100 10.58.1.1',
  'GigabitEthernet0/0 198.51.100.10',
  'GigabitEthernet0/1 10.20.0.1',
];
const esp = { transform: 'esp-gcm 256', iv_size: '8 bytes', status: 'ACTIVE(ACTIVE)' };
const sa = {
  encryption: 'AES-GCM',
  prf: 'SHA384',
  hash: 'None',
  auth_sign: 'RSA',
  auth_verify: 'RSA',
  life_time: 28800,
};
const session = part({
  session_status: 'UP-ACTIVE',
  peer: {
    [up.remote]: {
      port: {
        [up.port]: part({
          ike_sa: { 1: part({ local: up.local, remote: up.remote, version: 'IKEv2', sa_status: 'Active' }) },
          ipsec_flow: { 'permit ip 0.0.0.0/0.0.0.0 0.0.0.0/0.0.0.0': part({ active_sas: 2, origin: 'crypto map' }) },
        }),
      },
    },
  },
});
const own = { cn: 'edge.example.net' };
const authority = { cn: 'Lab SCEP CA', o: 'Tunnelwright lab' };
const long = { common_name: 'Lab SCEP CA', organization: 'Tunnelwright lab' };

const ofRouter = (serial: string): Truth => ({
  'show version': {
    genie: {
      version: part({
        hostname: 'edge',
        version: '17.9.5',
        chassis: 'ASR1001-HX',
        chassis_sn: serial,
        router_operating_mode: 'Autonomous',
      }),
    },
    ntc: [
      part({
        hostname: 'edge',
        version: '17.9.5',
        hardware: ['ASR1001-HX'],
        serial: [serial],
        config_register: '0x2102',
      }),
    ],
  },
  'show inventory': {
    genie: part({ main: { chassis: { 'ASR1001-HX': part({ name: 'Chassis', pid: 'ASR1001-HX', sn: serial }) } } }),
    ntc: [part({ name: 'Chassis', sn: serial }), part({ name: 'module R0', sn: serial })],
  },
  'show crypto session': { genie: { interface: { Tunnel100: session } } },
  'show crypto session detail': {
    genie: { interface: { Tunnel100: session } },
    ntc: [
      part({
        interface: 'Tunnel100',
        session_status: 'UP-ACTIVE',
        profile: 'mumbai-pune',
        peer: up.remote,
        local_ip: up.local,
        phase1_id: up.remote,
        active_sa: '2',
      }),
    ],
  },
  'show crypto ipsec sa': {
    genie: {
      interface: {
        Tunnel100: part({
          local_addr: up.local,
          ident: {
            1: part({
              local_ident: { addr: '0.0.0.0', mask: '0.0.0.0', prot: '0', port: '0' },
              remote_ident: { addr: '0.0.0.0', mask: '0.0.0.0', prot: '0', port: '0' },
              peer_ip: up.remote,
              port: 500,
              local_crypto_endpt: up.local,
              remote_crypto_endpt: up.remote,
              ip_mtu_idb: 'GigabitEthernet0/0',
              inbound_esp_sas: { spi: { '0x202DA2D2(539861714)': part(esp) } },
              outbound_esp_sas: { spi: { '0xB130B619(2972759577)': part(esp) } },
            }),
          },
        }),
      },
    },
  },
  'show crypto ikev2 sa': {
    genie: {
      ipv4: {
        1: part({ ...sa, status: 'READY', keysize: 256, dh_group: 19, local_ip: up.local, remote_ip: up.remote }),
      },
      ipv6: {},
    },
  },
  'show crypto ikev2 sa detailed': {
    genie: {
      tunnel_id: {
        1: part({
          encryption: 'aes-gcm',
          keysize: 256,
          prf: 'sha384',
          dh_grp: 19,
          life_time: 28800,
          local: `${up.local}/500`,
          remote: `${up.remote}/500`,
          dpd_configured_time: 10,
          retry: 2,
        }),
      },
    },
  },
  'show crypto ikev2 session': {
    genie: {
      ikev2_session: {
        IPv4: {
          1: part({
            status: 'UP-ACTIVE',
            child_count: 1,
            local_ip: up.local,
            remote_ip: up.remote,
            dh_group: 19,
            lifetime: 28800,
          }),
        },
      },
    },
  },
  'show crypto pki trustpoints status': {
    genie: {
      Trustpoints: {
        'CA-INTERNAL': part({
          certificate_configured: part({ 'Router General Purpose': { subject: part({ common_name: own.cn }) } }),
          state: { keys_generated: 'yes', issuing_ca_authenticated: 'yes', certificate_requests: 'yes' },
        }),
      },
    },
  },
  'show crypto pki trustpoints': {
    genie: {
      trustpoints: {
        'CA-INTERNAL': {
          issuing_ca: { subject: authority },
          serial_number_in_hex: '01',
          comment: 'Certificate configured.',
        },
      },
    },
  },
  'show crypto pki certificates': {
    genie: {
      trustpoints: {
        'CA-INTERNAL': {
          associated_trustpoints: {
            certificate: part({ status: 'Available', usage: 'General Purpose', issuer: authority, subject: own }),
            ca_certificate: part({ status: 'Available', usage: 'Signature', issuer: authority, subject: authority }),
          },
        },
      },
    },
    ntc: [
      part({
        certificate_type: 'Certificate',
        subject_cn: own.cn,
        issuer_cn: authority.cn,
        associated_trustpoints: 'CA-INTERNAL',
      }),
      part({
        certificate_type: 'CA Certificate',
        subject_cn: authority.cn,
        issuer_o: authority.o,
        associated_trustpoints: 'CA-INTERNAL',
      }),
    ],
  },
  'show crypto pki certificates verbose': {
    genie: {
      certificates: {
        certificate: part({
          issuer: long,
          subject: { common_name: own.cn },
          key_label: 'CA-INTERNAL',
          trustpoints: 'CA-INTERNAL',
        }),
        ca_certificate: part({ issuer: long, subject: long, trustpoints: 'CA-INTERNAL' }),
      },
    },
  },
  'show crypto key mypubkey rsa': { genie: { keys: { 1: part({ key_name: 'JUDGE' }) } } },
  'show crypto ikev2 diagnose error': { genie: { exit_path_table: part({ status: 'enable', current_entry: 0 }) } },
  'show ntp status': {
    genie: { clock_state: { system_status: part({ status: 'synchronized', refid: '192.0.2.123' }) } },
  },
  'show ntp associations': {
    genie: part({
      peer: part({
        '192.0.2.123': expect.anything(),
        '1.in.pool.ntp.org': expect.anything(),
        'time.cloudflare.com': expect.anything(),
      }),
    }),
  },
  'show archive': {
    genie: { archive: { max_archive_configurations: 14, total: 0 } },
    ntc: [part({ next_filename: 'bootflash:archive-<timestamp>-0' })],
  },
  'show archive config differences': {
    genie: { diff: expect.arrayContaining(['+interface Loopback77', '+ip address 10.77.0.1 255.255.255.255']) },
  },
  'show interfaces': {
    genie: part({
      Tunnel100: part({
        oper_status: 'up',
        enabled: true,
        ipv4: { '10.58.1.1/30': { ip: '10.58.1.1', prefix_length: '30' } },
      }),
      'GigabitEthernet0/0': part({
        description: 'internet',
        mtu: 1500,
        ipv4: { '198.51.100.10/24': { ip: '198.51.100.10', prefix_length: '24' } },
      }),
    }),
    ntc: ports.map((row) =>
      part({ interface: row.split(' ')[0], ip_address: row.split(' ')[1], link_status: 'up', protocol_status: 'up' }),
    ),
  },
  'show ip interface': {
    genie: part({
      Tunnel100: part({ oper_status: 'up', ipv4: { '10.58.1.1/30': part({ ip: '10.58.1.1', secondary: false }) } }),
    }),
    ntc: ports.map((row) => part({ interface: row.split(' ')[0], ip_address: [row.split(' ')[1]] })),
  },
  'show ip interface brief': {
    genie: {
      interface: Object.fromEntries(
        ports.map((row) => [row.split(' ')[0], part({ ip_address: row.split(' ')[1], status: 'up', protocol: 'up' })]),
      ),
    },
    ntc: ports.map((row) => ({
      interface: row.split(' ')[0],
      ip_address: row.split(' ')[1],
      status: 'up',
      proto: 'up',
    })),
  },
  'show clock': { genie: part({ timezone: 'UTC' }), ntc: [part({ timezone: 'UTC' })] },
  'show crypto key mypubkey ec': {
    genie: { keys: { 1: part({ key_name: 'JUDGE-EC', key_type: { 'EC KEYS': part({ usage: 'Signature Key' }) } }) } },
  },
  'show users': {
    genie: { line: { '2 vty 0': part({ user: 'lab', active: true, location: '127.0.0.1' }) } },
    ntc: [part({ line: '*  2 vty 0', user: 'lab', hosts: 'idle' })],
  },
  'show privilege': { genie: { current_privilege_level: 15 } },
  'show access-lists': {
    genie: { JUDGE: part({ acl_type: 'extended', aces: { 10: part({ actions: part({ forwarding: 'permit' }) }) } }) },
    ntc: [part({ name: 'JUDGE', sn: '10', action: 'permit', source: '10.0.0.0 0.255.255.255', destination: 'any' })],
  },
  'show hosts': { genie: part({ default_domain: 'example.net' }) },
  'show processes cpu': {
    genie: part({ five_sec_cpu_total: 2 }),
    ntc: [part({ cpu_usage_5_sec: '2', process_name: 'Chunk Manager' })],
  },
});

let network: Network;
let answers: Readonly<Record<string, readonly Answer[]>>;
judge(
  'genie.libs.parser and ntc-templates',
  'IOS-XE and ASA: parse what the lab prints for every show command that lab and product know, to the facts that the lab holds',
  missingModules('genie.libs.parser', 'pyats', 'ntc_templates', 'netmiko'),
  ({ agree, differ }) => {
    const check = (type: string, cases: readonly Case[], truth: Truth): void => {
      for (const [i, { command, genie, ntc }] of cases.entries()) {
        const answer = answers[type]![i]!;
        const held = truth[command]!;
        if (held.unlike) differ(`${command} by Genie`, answer.genie, { said: held.genie }, held.unlike);
        else if (genie) agree(`${command} by Genie`, answer.genie, { said: held.genie });
        if (ntc) agree(`${command} by ntc-templates`, answer.ntc, { said: held.ntc });
      }
    };
    beforeAll(async () => {
      network = await startNetwork({ router: { serial: 'LAB00000001' }, asa: { serial: 'LAB00000002' } });
      const { edge, asa } = network.rig;
      edge.type('interface Loopback77', 'ip address 10.77.0.1 255.255.255.255');
      edge.type('ip access-list extended JUDGE', 'permit ip 10.0.0.0 0.255.255.255 any');
      expect(asa.type(...tunnelOfAsa)).toEqual([]);
      asa.tunnelUp = () => true;
      answers = await python('parse_shows.py', {
        devices: [
          {
            type: 'cisco_xe',
            host: edge.host,
            port: edge.port,
            prepare: [
              'crypto key generate rsa general-keys label JUDGE modulus 2048',
              'crypto key generate ec keysize 256 label JUDGE-EC',
            ],
            cases: router,
          },
          { type: 'cisco_asa', host: asa.host, port: asa.port, cases: firewall },
        ],
      });
    });
    afterAll(() => network.close());

    test('IOS-XE', () => check('cisco_xe', router, ofRouter('LAB00000001')));
    test('ASA', () => check('cisco_asa', firewall, ofFirewall('LAB00000002')));
  },
);
