import { startWorld } from '../lab/world';
import { exit, say } from './report';

/** Starts the simulated devices and keeps them until the process is interrupted. */
export const labCommand = async (options: { readonly out: string }): Promise<number> => {
  const world = await startWorld();
  const file = world.describe(options.out);
  say(
    'Simulated devices, on this machine only:',
    `  router edge (192.0.2.1)     ssh -p ${world.edge.port} lab@127.0.0.1     password: lab-password`,
    `  Duo proxy (192.0.2.97)      sftp -P ${world.duoProxy.port} lab@127.0.0.1    password: lab-password`,
    `  FMC (fmc.example.net)       https://127.0.0.1:${world.fmc.port}   user: api, password: lab-password`,
    `  ISE (ise.example.net)       https://127.0.0.1:${world.ise.port}   user: ers-admin, password: lab-password`,
    `  Duo (api-lab.duosecurity.com)  https://127.0.0.1:${world.duo.port}   keys in ${options.out}`,
    '',
    `Use them in place of the real ones: tunnelwright plan --lab ${file}`,
    'End with Ctrl-C.',
  );
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await world.close();
  return exit.clean;
};
