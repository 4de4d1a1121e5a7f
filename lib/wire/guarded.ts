import type { Client } from 'ssh2';
import { ProblemError, type Problem } from '../kernel/problem';
import { wording, type SshOptions } from './ssh';

/** Connections that are gone: nothing is asked of them any more. */
const ended = new WeakSet<Client>();
export const rememberEnd = (client: Client): void => void client.once('close', () => ended.add(client));

/** Rejects when the connection goes while something is under way. */
export const guarded = <T>(
  client: Client,
  options: SshOptions,
  work: (resolve: (value: T) => void, reject: (why: Problem) => void) => void,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const done = (): void => {
      clearTimeout(timer);
      client.off('close', gone);
    };
    const fail = (why: Problem): void => {
      done();
      reject(new ProblemError([why]));
    };
    const gone = (): void => fail(wording(options, new Error('closed by the device')));
    if (ended.has(client)) return reject(new ProblemError([wording(options, new Error('closed by the device'))]));
    const timer = setTimeout(
      () => fail(wording(options, Object.assign(new Error('no answer'), { level: 'client-timeout' }))),
      options.timeoutMs,
    );
    client.once('close', gone);
    work((value) => {
      done();
      resolve(value);
    }, fail);
  });
