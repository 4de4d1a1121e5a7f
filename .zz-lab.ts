import { startRouter } from './lib/lab/router';
import { readFileSync, writeFileSync } from 'node:fs';
void (async () => {
  const r = await startRouter({ enableSecret: process.argv[2] || undefined } as never);
  writeFileSync('/tmp/ans/known', r.knownHosts + '\n');
  writeFileSync('/tmp/ans/port', String(r.port));
  process.on('SIGUSR2', () => writeFileSync('/tmp/ans/running', r.runningConfig()));
})();
