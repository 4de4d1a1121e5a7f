// Imported from surat.cfg. It reads these environment variables:
//   SURAT_USERNAME
//   SURAT_PASSWORD
import { HttpServer, IosXeRouter, Login, NtpServers, StaticRoute, type Construct } from 'tunnelwright';

/** What surat has. */
export const declareSurat = (scope: Construct): IosXeRouter => {
  // The name or the address at which SSH reaches it: correct it where it is another.
  const surat = new IosXeRouter(scope, 'surat', { host: 'surat', release: '17.12', login: Login.fromEnv('SURAT') });

  new StaticRoute(surat, '0.0.0.0-0@GigabitEthernet1,203.0.113.129', {
    destination: '0.0.0.0/0',
    interface: 'GigabitEthernet1',
    gateway: '203.0.113.129',
  });

  new HttpServer(surat, 'http-server', { server: true, secureServer: true });
  new NtpServers(surat, 'ntp', { servers: ['192.0.2.123'] });

  // Not managed: aaa, line 10: it is off on the device, as it stays where a program does not declare it.
  // Not managed: local-user netops, line 14: what the device shows of its secret, like a hash, cannot be compared, and
  //   a first plan would set it anew.

  // 20 other lines of the file belong to no object of this program and stay as they are.

  return surat;
};
