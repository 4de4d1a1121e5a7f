/** An HTTP proxy as a process of its own: it prints its port, and ends with its standard input. */
import { startConnectProxy } from '../../support/connect-proxy';

void startConnectProxy().then((proxy) => {
  process.stdout.write(`${proxy.port}\n`);
  process.stdin.on('end', () => process.exit(0)).resume();
});
