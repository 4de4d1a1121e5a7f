import type { Client, ClientChannel } from 'ssh2';
import { problem, ProblemError } from '../kernel/problem';

/** Where a connection of a jump host leads to, as messages name it. */
export interface ForwardOptions {
  readonly target: string;
  /** `host:port` of the jump host. */
  readonly via: string;
  readonly host: string;
  readonly port: number;
  readonly timeoutMs: number;
}

/** A connection that a jump host opens to the next host. Throws a `ProblemError` with the remedy. */
export const forwardTo = (
  client: Client,
  { target, via, host, port, timeoutMs }: ForwardOptions,
): Promise<ClientChannel> =>
  new Promise((resolve, reject) => {
    const give = (why: string, hint: string): void => {
      clearTimeout(late);
      reject(
        new ProblemError([problem('ssh.jump', target, `${via} opens no connection to ${host}:${port}: ${why}`, hint)]),
      );
    };
    const late = setTimeout(
      () => give(`it does not answer within ${timeoutMs / 1000} s`, 'check that the jump host reaches the device'),
      timeoutMs,
    );
    client.on('close', () => give('it has closed the connection', 'look at the log of its SSH server'));
    client.forwardOut('127.0.0.1', 0, host, port, (error, channel) => {
      if (error !== undefined)
        return give(
          error.message.replace(/^\(SSH\) |: $/g, ''),
          'check that the jump host reaches the device, and that its SSH server forwards (AllowTcpForwarding, PermitOpen)',
        );
      clearTimeout(late);
      resolve(channel);
    });
  });
