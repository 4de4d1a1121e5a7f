import {
  AsaFirewall,
  ClientFiles,
  ConfigArchive,
  DuoAccount,
  DuoGroup,
  DuoProxyHost,
  DuoProxyMain,
  Fmc,
  IosXeRouter,
  IseNetworkDevice,
  IseServer,
  Login,
  SshConfig,
  NetworkObject,
  NtpServers,
  Secret,
  SecureClientLocalPolicy,
  TunnelInterface,
} from 'tunnelwright';
import { inStack, type Examples } from '../example';

export const devices: Examples = {
  SshConfig: inStack((stack) => {
    const ssh = SshConfig.fromFile('examples/fleet/ssh_config', { logins: { bastion: Login.fromEnv('BASTION') } });
    const edge = new IosXeRouter(stack, 'edge', {
      ...ssh.place('edge'),
      release: '17.12',
      login: Login.fromEnv('EDGE'),
    });
    new NtpServers(edge, 'ntp', { servers: ['192.0.2.123'] });
  }),
  IosXeRouter: inStack((stack) => {
    const edge = new IosXeRouter(stack, 'edge', {
      host: '192.0.2.1',
      release: '17.12',
      login: Login.fromEnv('EDGE'),
    });
    new ConfigArchive(edge, 'archive', { path: 'bootflash:archive', maximum: 14 });
  }),
  AsaFirewall: inStack((stack) => {
    const asa = new AsaFirewall(stack, 'asa', {
      host: '192.0.2.3',
      release: '9.18',
      login: Login.fromEnv('ASA', { enable: true }),
    });
    new NtpServers(asa, 'ntp', { servers: ['192.0.2.123'] });
  }),
  Fmc: inStack((stack) => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    new NetworkObject(fmc, 'mumbai-network', { value: '10.20.0.0/16' });
  }),
  FtdDevice: inStack((stack) => {
    const fmc = new Fmc(stack, 'fmc', { host: 'fmc.example.net', version: '7.7', login: Login.fromEnv('FMC') });
    const pair = fmc.ftd('mumbai-pair');
    new TunnelInterface(pair, 'Tunnel100', { ifname: 'pune', address: '10.58.1.1/30', source: 'outside' });
  }),
  IseServer: inStack((stack) => {
    const ise = new IseServer(stack, 'ise', { host: 'ise.example.net', login: Login.fromEnv('ISE') });
    new IseNetworkDevice(ise, 'edge', { addresses: ['192.0.2.1'], radiusSharedSecret: Secret.fromEnv('EDGE_SECRET') });
  }),
  DuoAccount: inStack((stack) => {
    const account = new DuoAccount(stack, 'account', {
      host: 'api-lab.duosecurity.com',
      integrationKey: Secret.fromEnv('DUO_ADMIN_IKEY'),
      secretKey: Secret.fromEnv('DUO_ADMIN_SKEY'),
    });
    new DuoGroup(account, 'vpn-users', { name: 'VPN users' });
  }),
  DuoProxyHost: inStack((stack) => {
    const proxy = new DuoProxyHost(stack, 'proxy', { host: '192.0.2.97', login: Login.fromEnv('DUO_PROXY') });
    new DuoProxyMain(proxy, 'main', { logAuthEvents: true });
  }),
  ClientFiles: inStack((stack) => {
    const clients = new ClientFiles(stack, 'clients', { folder: 'dist/clients' });
    new SecureClientLocalPolicy(clients, 'policy', { strictCertificateTrust: true });
  }),
};
