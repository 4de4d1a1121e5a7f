import {
  CertTrustpoint,
  ConfigArchive,
  HttpServer,
  Logging,
  NtpServers,
  RawBlock,
  RawConfig,
  ScpServer,
} from 'tunnelwright';
import { on, type Examples } from '../example';

export const management: Examples = {
  ConfigArchive: on('iosxe', (edge) => {
    // Where a rollback finds the configuration that was.
    new ConfigArchive(edge, 'archive', { path: 'bootflash:archive', maximum: 14 });
  }),
  NtpServers: on(['iosxe', 'asa'], (device) => {
    new NtpServers(device, 'ntp', { servers: ['192.0.2.123', '192.0.2.124'] });
  }),
  Logging: on('iosxe', (edge) => {
    new Logging(edge, 'logging', {
      hosts: [{ host: '192.0.2.9' }],
      trap: 'warnings',
      buffered: { size: 65536, level: 'informational' },
    });
  }),
  HttpServer: on('iosxe', (edge) => {
    new HttpServer(edge, 'https', {
      server: false,
      secureServer: true,
      secureTrustpoint: CertTrustpoint.fromExisting(edge, 'ca', 'CA-INTERNAL'),
      authentication: 'local',
    });
  }),
  ScpServer: on('iosxe', (edge) => {
    new ScpServer(edge, 'scp', { server: true });
  }),
  RawConfig: [
    on('iosxe', (edge) => {
      // What no construct writes, at the top level.
      new RawConfig(edge, 'ipv6', { lines: ['ipv6 unicast-routing'] });
    }),
    on('asa', (asa) => {
      new RawConfig(asa, 'decrypted-traffic', { lines: ['no sysopt connection permit-vpn'] });
    }),
  ],
  RawBlock: [
    on('iosxe', (edge) => {
      // What no construct writes, in a block; other lines of it stay as they are.
      new RawBlock(edge, 'ospf', { name: 'router ospf 1', lines: ['network 10.20.0.0 0.0.255.255 area 0'] });
    }),
    on('asa', (asa) => {
      new RawBlock(asa, 'ospf', { name: 'router ospf 1', lines: ['network 10.20.0.0 255.255.0.0 area 0'] });
    }),
  ],
};
