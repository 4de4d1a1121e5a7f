// Imported from nagpur.cfg. It reads these environment variables:
//   NAGPUR_USERNAME
//   NAGPUR_PASSWORD
import { HttpServer, IosXeRouter, Login, NtpServers, StaticRoute, type Construct } from 'tunnelwright';

/** What nagpur has. */
export const declareNagpur = (scope: Construct): IosXeRouter => {
  // The name or the address at which SSH reaches it: correct it where it is another.
  const nagpur = new IosXeRouter(scope, 'nagpur', { host: 'nagpur', release: '17.12', login: Login.fromEnv('NAGPUR') });

  new StaticRoute(nagpur, '0.0.0.0-0@GigabitEthernet1,198.51.100.65', {
    destination: '0.0.0.0/0',
    interface: 'GigabitEthernet1',
    gateway: '198.51.100.65',
  });

  new HttpServer(nagpur, 'http-server', { server: true, secureServer: true });
  new NtpServers(nagpur, 'ntp', { servers: ['192.0.2.123'] });

  // Not managed: aaa, line 10: it is off on the device, as it stays where a program does not declare it.
  // Not managed: local-user netops, line 14: what the device shows of its secret, like a hash, cannot be compared, and
  //   a first plan would set it anew.

  // 20 other lines of the file belong to no object of this program and stay as they are.

  return nagpur;
};
