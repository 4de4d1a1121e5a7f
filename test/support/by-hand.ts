import { Client } from 'ssh2';
import type { LabRouter } from '../../lib/lab/devices/iosxe';

/** Somebody logs in to a router over SSH, asks one thing, and reads the answer. */
export const ask = (router: LabRouter, line: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const client = new Client();
    let said = '';
    client
      .on('error', reject)
      .on('close', () => resolve(said))
      .on('ready', () =>
        client.exec(line, (error, channel) => {
          if (error) return reject(error);
          channel.on('data', (data: Buffer) => (said += data.toString()));
          channel.on('close', () => client.end());
        }),
      )
      .connect({ host: router.host, port: router.port, username: 'lab', password: 'lab-password' });
    // ssh2 writes a packet in pieces, which would wait for one another: a third of a second each time.
    client.setNoDelay(true);
  });

/** Where a device is, and who logs in there; a lab lets `lab` in. */
export interface Prompt {
  readonly host: string;
  readonly port: number;
  readonly username?: string;
  readonly password?: string;
}

/** Logs in to a device over SSH, types lines as a colleague would, and leaves. */
export const typeOn = (
  { host, port, username = 'lab', password = 'lab-password' }: Prompt,
  lines: readonly string[],
): Promise<void> =>
  new Promise((resolve, reject) => {
    const client = new Client();
    client
      .on('error', reject)
      .on('close', () => resolve())
      .on('ready', () =>
        client.shell((error, channel) => {
          if (error) return reject(error);
          channel.on('data', () => undefined).on('close', () => client.end());
          for (const line of [...lines, 'exit']) channel.write(`${line}\n`);
        }),
      )
      .connect({ host, port, username, password });
  });

/** What a router has armed: nothing, where no change waits for a confirmation and no reload is scheduled. */
export const armed = async (router: LabRouter): Promise<readonly string[]> => {
  const timer = await ask(router, 'show archive config rollback timer');
  const reload = await ask(router, 'show reload');
  return [
    ...(/No Rollback Confirmed Change pending/.test(timer) ? [] : ['rollback']),
    ...(/No reload is scheduled/.test(reload) ? [] : ['reload']),
  ];
};
