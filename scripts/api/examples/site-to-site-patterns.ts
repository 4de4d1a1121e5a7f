import {
  AsaFirewall,
  Certificates,
  CryptoSuite,
  ExternalPeer,
  Fmc,
  FtdHubAndSpoke,
  IosXeRouter,
  Login,
  PreSharedKey,
  Secret,
  SecurityZone,
  SiteToSiteVpn,
} from 'tunnelwright';
import { inStack, type Examples } from '../example';

export const siteToSitePatterns: Examples = {
  FtdHubAndSpoke: inStack((stack) => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.6', login: Login.fromEnv('FMC') });
    const zone = new SecurityZone(fmc, 'vpn-zone', {});
    const pune = fmc.ftd('pune-ftd');
    const vpn = new FtdHubAndSpoke(stack, 'branches', {
      suite: CryptoSuite.aes256Gcm({ group: 20 }),
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      hub: {
        device: fmc.ftd('mumbai-pair'),
        interface: 'outside',
        tunnel: '10.99.0.1/32',
        networks: ['10.30.0.0/16'],
        bgp: { asn: 65010 },
        zone,
      },
      // Another firewall with the same networks behind it, for when the first does not answer.
      backupHub: {
        device: fmc.ftd('delhi-ftd'),
        interface: 'outside',
        tunnel: '10.98.0.1/32',
        networks: ['10.30.0.0/16'],
        bgp: { asn: 65010 },
        zone,
      },
      spokes: [
        {
          device: pune,
          interface: 'outside',
          tunnel: '10.99.0.11/24',
          networks: ['10.40.0.0/16'],
          bgp: { asn: 65011 },
          zone,
          // A second line, for when the first is down.
          backup: { interface: 'outside2', tunnel: '10.99.1.11/24' },
          toBackupHub: { tunnel: '10.98.0.11/24' },
        },
      ],
    });
    vpn.onSpoke(pune).tunnel.override({ description: 'to the hub' });
  }),
  FtdHubPart: inStack((stack) => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.6', login: Login.fromEnv('FMC') });
    const [pair, pune] = [fmc.ftd('mumbai-pair'), fmc.ftd('pune-ftd')];
    const vpn = new FtdHubAndSpoke(stack, 'branches', {
      suite: CryptoSuite.aes256Gcm({ group: 20 }),
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      hub: { device: pair, interface: 'outside', tunnel: '10.99.0.1/32' },
      spokes: [{ device: pune, interface: 'outside', tunnel: '10.99.0.11/24' }],
    });
    vpn.onHub(pair).template.override({ description: 'all branches' });
  }),
  FtdSpokePart: inStack((stack) => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.6', login: Login.fromEnv('FMC') });
    const [pair, pune] = [fmc.ftd('mumbai-pair'), fmc.ftd('pune-ftd')];
    const vpn = new FtdHubAndSpoke(stack, 'branches', {
      suite: CryptoSuite.aes256Gcm({ group: 20 }),
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      hub: { device: pair, interface: 'outside', tunnel: '10.99.0.1/32' },
      spokes: [{ device: pune, interface: 'outside', tunnel: '10.99.0.11/24' }],
    });
    vpn.onSpoke(pune).endpoint.override({ opens: 'originate-only' });
  }),
  SiteToSiteVpn: [
    inStack((stack) => {
      const edge = new IosXeRouter(stack, 'edge', {
        host: '192.0.2.1',
        release: '17.12',
        login: Login.fromEnv('EDGE'),
      });
      const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
      new SiteToSiteVpn(stack, 'mumbai-pune', {
        suite: CryptoSuite.aes256Gcm({ group: 19 }),
        authentication: Certificates.issuedBy('CA-INTERNAL'),
        ends: [
          {
            device: edge,
            interface: 'GigabitEthernet0/0',
            address: '198.51.100.10',
            subject: 'cn = edge.example.net',
            tunnel: '10.58.1.1/30',
            networks: ['10.20.0.0/16'],
          },
          {
            device: fmc.ftd('pune-pair'),
            interface: 'outside',
            address: '203.0.113.10',
            subject: 'cn = pune-pair.example.net',
            tunnel: '10.58.1.2/30',
            networks: ['10.30.0.0/16'],
          },
        ],
      });
    }),
    // A branch with two internet lines: a tunnel over each, and routes that go by whether the other end answers.
    inStack((stack) => {
      const login = Login.fromEnv('ROUTERS');
      const office = new IosXeRouter(stack, 'office', { host: '192.0.2.1', release: '17.12', login });
      const branch = new IosXeRouter(stack, 'branch', { host: '192.0.2.2', release: '17.12', login });
      new SiteToSiteVpn(stack, 'office-branch', {
        suite: CryptoSuite.aes256Gcm({ group: 19 }),
        authentication: PreSharedKey.from(Secret.fromEnv('BRANCH_KEY')),
        ends: [
          {
            device: office,
            interface: 'GigabitEthernet0/0',
            address: '198.51.100.10',
            tunnel: '10.58.1.1/30',
            networks: ['10.20.0.0/16'],
          },
          {
            device: branch,
            interface: 'GigabitEthernet0/0',
            address: '203.0.113.10',
            tunnel: '10.58.1.2/30',
            networks: ['10.40.0.0/16'],
            secondLine: {
              interface: 'GigabitEthernet0/1',
              address: '203.0.113.66',
              vrf: 'LTE',
              tunnel: '10.58.1.6/30',
              peerTunnel: '10.58.1.5/30',
              probe: { interval: 10 },
            },
          },
        ],
      });
    }),
  ],
  ExternalPeer: inStack((stack) => {
    const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.12', login: Login.fromEnv('EDGE') });
    const partner = new ExternalPeer(stack, 'partner', { address: '203.0.113.50' });
    new SiteToSiteVpn(stack, 'to-partner', {
      suite: CryptoSuite.aes256Cbc({ group: 20 }),
      authentication: PreSharedKey.from(Secret.fromEnv('PARTNER_KEY')),
      ends: [
        {
          device: edge,
          interface: 'GigabitEthernet0/0',
          address: '198.51.100.10',
          tunnel: '10.91.0.1/30',
          networks: ['10.20.0.0/16'],
        },
        { peer: partner, tunnel: '10.91.0.2/30', networks: ['10.90.0.0/16'] },
      ],
    });
  }),
  CryptoSuite: inStack((stack) => {
    const mumbai = new IosXeRouter(stack, 'mumbai', {
      host: '192.0.2.1',
      release: '17.12',
      login: Login.fromEnv('EDGE'),
    });
    const pune = new IosXeRouter(stack, 'pune', { host: '192.0.2.2', release: '17.12', login: Login.fromEnv('EDGE') });
    new SiteToSiteVpn(stack, 'mumbai-pune', {
      // One of the suites that there are, like CryptoSuite.aes256Gcm({ group: 20 }), or one of your own.
      suite: new CryptoSuite({
        ike: { encryption: ['aes-cbc-256'], integrity: ['sha384'], group: [20] },
        esp: { encryption: 'aes-cbc-256', integrity: 'sha384' },
        pfs: 20,
      }),
      authentication: PreSharedKey.from(Secret.fromEnv('MUMBAI_PUNE_KEY')),
      ends: [
        {
          device: mumbai,
          interface: 'GigabitEthernet0/0',
          address: '198.51.100.10',
          tunnel: '10.58.1.1/30',
          networks: ['10.20.0.0/16'],
        },
        {
          device: pune,
          interface: 'GigabitEthernet0/0',
          address: '203.0.113.10',
          tunnel: '10.58.1.2/30',
          networks: ['10.30.0.0/16'],
        },
      ],
    });
  }),
  RouterEnd: inStack((stack) => {
    const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.12', login: Login.fromEnv('EDGE') });
    const asa = new AsaFirewall(stack, 'asa', { host: '192.0.2.3', release: '9.18', login: Login.fromEnv('ASA') });
    const vpn = new SiteToSiteVpn(stack, 'mumbai-pune', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: PreSharedKey.from(Secret.fromEnv('MUMBAI_PUNE_KEY')),
      ends: [
        {
          device: edge,
          interface: 'GigabitEthernet0/0',
          address: '198.51.100.10',
          tunnel: '10.58.1.1/30',
          networks: ['10.20.0.0/16'],
        },
        {
          device: asa,
          interface: 'outside',
          address: '203.0.113.10',
          tunnel: '10.58.1.2/30',
          networks: ['10.30.0.0/16'],
        },
      ],
    });
    vpn.on(edge).profile.override({ dpd: { interval: 30, retry: 5, mode: 'on-demand' } });
    vpn.on(edge).tunnel.override({ ipMtu: 1400, tcpMss: 1360 });
  }),
  AsaEnd: inStack((stack) => {
    const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.12', login: Login.fromEnv('EDGE') });
    const asa = new AsaFirewall(stack, 'asa', { host: '192.0.2.3', release: '9.18', login: Login.fromEnv('ASA') });
    const vpn = new SiteToSiteVpn(stack, 'mumbai-pune', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: PreSharedKey.from(Secret.fromEnv('MUMBAI_PUNE_KEY')),
      ends: [
        {
          device: edge,
          interface: 'GigabitEthernet0/0',
          address: '198.51.100.10',
          tunnel: '10.58.1.1/30',
          networks: ['10.20.0.0/16'],
        },
        {
          device: asa,
          interface: 'outside',
          address: '203.0.113.10',
          tunnel: '10.58.1.2/30',
          networks: ['10.30.0.0/16'],
        },
      ],
    });
    vpn.on(asa).groupPolicy.override({ idleTimeout: 'none' });
  }),
  FtdEnd: inStack((stack) => {
    const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.12', login: Login.fromEnv('EDGE') });
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    const pair = fmc.ftd('pune-pair');
    const vpn = new SiteToSiteVpn(stack, 'mumbai-pune', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: PreSharedKey.from(Secret.fromEnv('MUMBAI_PUNE_KEY')),
      ends: [
        {
          device: edge,
          interface: 'GigabitEthernet0/0',
          address: '198.51.100.10',
          tunnel: '10.58.1.1/30',
          networks: ['10.20.0.0/16'],
        },
        {
          device: pair,
          interface: 'outside',
          address: '203.0.113.10',
          tunnel: '10.58.1.2/30',
          networks: ['10.30.0.0/16'],
        },
      ],
    });
    vpn.on(pair).topology.override({ keepAlive: { threshold: 20, retry: 5 } });
  }),
};
