import {
  App,
  Aspects,
  Construct,
  Device,
  IkeV2Proposal,
  IosXeRouter,
  IpsecProfile,
  Login,
  Moved,
  NtpServers,
  PostgresLedger,
  RulePack,
  S3Ledger,
  Secret,
  TunnelInterface,
  VpnStack,
} from 'tunnelwright';
import { inStack, on, program, type Examples } from '../example';

export const programs: Examples = {
  App: program(() => {
    const app = new App();
    const mumbai = new VpnStack(app, 'mumbai');
    const edge = new IosXeRouter(mumbai, 'edge', { host: '192.0.2.1', release: '17.12', login: Login.fromEnv('EDGE') });
    new NtpServers(edge, 'ntp', { servers: ['192.0.2.123'] });
    app.synth();
  }),
  VpnStack: program(() => {
    class Mumbai extends VpnStack {
      constructor(scope: Construct, id: string) {
        super(scope, id);
        const edge = new IosXeRouter(this, 'edge', {
          host: '192.0.2.1',
          release: '17.12',
          login: Login.fromEnv('EDGE'),
        });
        new NtpServers(edge, 'ntp', { servers: ['192.0.2.123'] });
      }
    }

    const app = new App();
    new Mumbai(app, 'mumbai');
    app.synth();
  }),
  Moved: inStack((stack) => {
    // It was 'router' until now: its ledger is that of 'edge', and nothing is deleted for the rename.
    const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.12', login: Login.fromEnv('EDGE') });
    new Moved(stack, 'rename', { from: 'mumbai/router', to: edge });
    new NtpServers(edge, 'ntp', { servers: ['192.0.2.123'] });
  }),
  PostgresLedger: inStack((stack) => {
    // The password is in the variable, with the rest of the URL; no manifest and no plan has it.
    new PostgresLedger(stack, { url: Secret.fromEnv('LEDGER_URL'), team: 'branches' });
    const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.12', login: Login.fromEnv('EDGE') });
    new NtpServers(edge, 'ntp', { servers: ['192.0.2.123'] });
  }),
  S3Ledger: inStack((stack) => {
    new S3Ledger(stack, { bucket: 'example-ledgers', prefix: 'branches', region: 'eu-central-1' });
    const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.12', login: Login.fromEnv('EDGE') });
    new NtpServers(edge, 'ntp', { servers: ['192.0.2.123'] });
  }),
  RulePack: inStack((stack) => {
    Aspects.of(stack).add(new RulePack('nsa-cisa-remote-access'));
    const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.12', login: Login.fromEnv('EDGE') });
    new NtpServers(edge, 'ntp', { servers: ['192.0.2.123'] });
  }),
  Device: inStack((stack) => {
    // A module for whatever device it is on.
    class Time extends Construct {
      constructor(scope: Construct, id: string) {
        super(scope, id);
        if (Device.of(this)?.deviceType === 'iosxe') new NtpServers(this, 'ntp', { servers: ['192.0.2.123'] });
      }
    }

    const edge = new IosXeRouter(stack, 'edge', { host: '192.0.2.1', release: '17.12', login: Login.fromEnv('EDGE') });
    new Time(edge, 'time');
  }),
  DeviceObject: on('iosxe', (edge) => {
    const strong = new IkeV2Proposal(edge, 'STRONG', { encryption: ['aes-gcm-256'], prf: ['sha384'], group: [19] });
    // Past what a pattern chose: checked like every prop, and marked in the plan.
    strong.override({ group: [20, 21] });
  }),
  ExistingObject: on('iosxe', (edge) => {
    // What props take has `fromExisting`: it is on the device, and not managed here.
    const protection = IpsecProfile.fromExisting(edge, 'protection', 'PUNE');
    new TunnelInterface(edge, 'Tunnel100', {
      address: '10.58.1.1/30',
      source: 'GigabitEthernet0/0',
      destination: '203.0.113.10',
      protection,
    });
  }),
};
