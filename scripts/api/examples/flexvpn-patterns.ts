import {
  Certificates,
  CryptoSuite,
  FlexVpnDualHub,
  FlexVpnLoadBalancer,
  HubAndSpoke,
  IosXeRouter,
  SpokeAuth,
  AaaServerGroup,
  Login,
  Secret,
} from 'tunnelwright';
import { inStack, type Examples } from '../example';

export const flexVpnPatterns: Examples = {
  HubAndSpoke: [
    inStack((stack) => {
      const common = { release: '17.12', login: Login.fromEnv('SITES'), aaaNewModel: 'on' } as const;
      const hub = new IosXeRouter(stack, 'hub', { host: '192.0.2.1', ...common });
      const pune = new IosXeRouter(stack, 'pune', { host: '192.0.2.2', ...common });
      new HubAndSpoke(stack, 'branches', {
        suite: CryptoSuite.aes256Gcm(),
        authentication: Certificates.issuedBy('CA-INTERNAL'),
        domain: 'example.net',
        hub: {
          device: hub,
          identity: 'hub.example.net',
          address: '198.51.100.10',
          tunnel: '10.60.0.254/32',
          networks: ['10.20.0.0/16'],
        },
        spokes: [
          {
            device: pune,
            identity: 'pune.example.net',
            interface: 'GigabitEthernet0/0',
            tunnel: '10.60.0.1/32',
            lan: ['GigabitEthernet0/1'],
          },
        ],
      });
    }),
    // Spokes without certificates: each has a key that it shares with the hub.
    inStack((stack) => {
      const common = { release: '17.12', login: Login.fromEnv('SITES'), aaaNewModel: 'on' } as const;
      const hub = new IosXeRouter(stack, 'hub', { host: '192.0.2.1', ...common });
      const pune = new IosXeRouter(stack, 'pune', { host: '192.0.2.2', ...common });
      new HubAndSpoke(stack, 'branches', {
        suite: CryptoSuite.aes256Gcm(),
        authentication: SpokeAuth.withKeys(),
        domain: 'example.net',
        hub: { device: hub, identity: 'hub.example.net', address: '198.51.100.10', tunnel: '10.60.0.254/32' },
        spokes: [
          {
            device: pune,
            identity: 'pune.example.net',
            interface: 'GigabitEthernet0/0',
            tunnel: '10.60.0.1/32',
            key: Secret.fromEnv('PUNE_KEY'),
          },
        ],
      });
    }),
    // Spokes with a password that a RADIUS server checks; the hub shows its certificate.
    inStack((stack) => {
      const common = { release: '17.12', login: Login.fromEnv('SITES'), aaaNewModel: 'on' } as const;
      const hub = new IosXeRouter(stack, 'hub', { host: '192.0.2.1', ...common });
      const pune = new IosXeRouter(stack, 'pune', { host: '192.0.2.2', ...common });
      const radius = new AaaServerGroup(hub, 'radius', {
        privateServers: [{ address: '10.20.0.9', key: Secret.fromEnv('RADIUS_KEY') }],
      });
      new HubAndSpoke(stack, 'branches', {
        suite: CryptoSuite.aes256Gcm(),
        authentication: SpokeAuth.withEap(radius, { trustpoint: 'CA-INTERNAL' }),
        domain: 'example.net',
        hub: { device: hub, identity: 'hub.example.net', address: '198.51.100.10', tunnel: '10.60.0.254/32' },
        spokes: [
          {
            device: pune,
            identity: 'pune.example.net',
            interface: 'GigabitEthernet0/0',
            tunnel: '10.60.0.1/32',
            eap: { password: Secret.fromEnv('PUNE_PASSWORD') },
          },
        ],
      });
    }),
  ],
  FlexHub: inStack((stack) => {
    const common = { release: '17.12', login: Login.fromEnv('SITES'), aaaNewModel: 'on' } as const;
    const hub = new IosXeRouter(stack, 'hub', { host: '192.0.2.1', ...common });
    const pune = new IosXeRouter(stack, 'pune', { host: '192.0.2.2', ...common });
    const vpn = new HubAndSpoke(stack, 'branches', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      domain: 'example.net',
      hub: { device: hub, identity: 'hub.example.net', address: '198.51.100.10', tunnel: '10.60.0.254/32' },
      spokes: [{ device: pune, identity: 'pune.example.net', interface: 'GigabitEthernet0/0', tunnel: '10.60.0.1/32' }],
    });
    vpn.onHub(hub).virtualTemplate.override({ ipMtu: 1400, tcpMss: 1360 });
  }),
  FlexSpoke: inStack((stack) => {
    const common = { release: '17.12', login: Login.fromEnv('SITES'), aaaNewModel: 'on' } as const;
    const hub = new IosXeRouter(stack, 'hub', { host: '192.0.2.1', ...common });
    const pune = new IosXeRouter(stack, 'pune', { host: '192.0.2.2', ...common });
    const vpn = new HubAndSpoke(stack, 'branches', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      domain: 'example.net',
      hub: { device: hub, identity: 'hub.example.net', address: '198.51.100.10', tunnel: '10.60.0.254/32' },
      spokes: [{ device: pune, identity: 'pune.example.net', interface: 'GigabitEthernet0/0', tunnel: '10.60.0.1/32' }],
    });
    vpn.onSpoke(pune).tunnel.override({ description: 'to the hub' });
  }),
  FlexVpnDualHub: inStack((stack) => {
    const common = { release: '17.12', login: Login.fromEnv('SITES'), aaaNewModel: 'on' } as const;
    const hub1 = new IosXeRouter(stack, 'hub1', { host: '192.0.2.1', ...common });
    const hub2 = new IosXeRouter(stack, 'hub2', { host: '192.0.2.2', ...common });
    const pune = new IosXeRouter(stack, 'pune', { host: '192.0.2.3', ...common });
    new FlexVpnDualHub(stack, 'branches', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      domain: 'example.net',
      hubSubject: 'o = example',
      hubs: [
        {
          device: hub1,
          identity: 'hub1.example.net',
          address: '198.51.100.10',
          tunnel: '10.60.1.254/32',
          pool: { from: '10.60.1.1', to: '10.60.1.100' },
        },
        {
          device: hub2,
          identity: 'hub2.example.net',
          address: '198.51.100.20',
          tunnel: '10.60.2.254/32',
          pool: { from: '10.60.2.1', to: '10.60.2.100' },
        },
      ],
      clients: [
        {
          device: pune,
          identity: 'pune.example.net',
          interface: 'GigabitEthernet0/0',
          key: Secret.fromEnv('PUNE_KEY'),
        },
      ],
    });
  }),
  FlexVpnLoadBalancer: inStack((stack) => {
    const common = { release: '17.12', login: Login.fromEnv('SITES'), aaaNewModel: 'on' } as const;
    const first = new IosXeRouter(stack, 'first', { host: '192.0.2.1', ...common });
    const second = new IosXeRouter(stack, 'second', { host: '192.0.2.2', ...common });
    const pune = new IosXeRouter(stack, 'pune', { host: '192.0.2.3', ...common });
    new FlexVpnLoadBalancer(stack, 'branches', {
      suite: CryptoSuite.aes256Gcm(),
      authentication: Certificates.issuedBy('CA-INTERNAL'),
      domain: 'example.net',
      virtualAddress: '198.51.100.5',
      gateways: [
        {
          device: first,
          identity: 'first.example.net',
          address: '198.51.100.10',
          interface: 'GigabitEthernet0/0',
          tunnel: '10.60.1.254/24',
          maxSession: 200,
        },
        {
          device: second,
          identity: 'second.example.net',
          address: '198.51.100.20',
          interface: 'GigabitEthernet0/0',
          tunnel: '10.60.2.254/24',
          maxSession: 200,
        },
      ],
      clients: [
        { device: pune, identity: 'pune.example.net', interface: 'GigabitEthernet0/0', tunnel: '10.60.9.1/24' },
      ],
    });
  }),
};
