import * as https from './hostile-https';
import * as ssh from './hostile-ssh';
import { httpsSettings, restObject, sshSettings, sufferAlone, type Harm } from './victim';

/** One attack on a process of its own, with the bounds that a target has by default but for the time. */
export interface Attack {
  readonly name: string;
  readonly run: (timeoutSeconds: number) => Promise<Harm>;
}

const bySsh = (name: string, play: ssh.SshPlay): Attack => ({
  name,
  run: async (timeoutSeconds) => {
    const server = await ssh.startHostileSsh(play);
    try {
      return await sufferAlone({ platform: 'iosxe', settings: sshSettings(server, { timeoutSeconds }) }, 30);
    } finally {
      await server.close();
    }
  },
});

const scope = [restObject('network-object', 'hosts', 'object/hosts', 'mumbai')];
const byHttps = (name: string, reply: https.Reply): Attack => ({
  name,
  run: async (timeoutSeconds) => {
    const server = await https.startHostileHttps([https.fmcLogin(), [/^GET .*\/object\/hosts/, reply]]);
    try {
      return await sufferAlone({ platform: 'fmc', settings: httpsSettings(server, { timeoutSeconds }), scope }, 30);
    } finally {
      await server.close();
    }
  },
});

const running = /show running-config/;
let pages = 0;

export const attacks: readonly Attack[] = [
  bySsh('SSH: a dot now and then', { line: ssh.upon(running, ssh.dripping('.', 100)) }),
  bySsh('SSH: no session', { mute: 'session' }),
  bySsh('SSH: no pty', { mute: 'pty' }),
  bySsh('SSH: no shell', { mute: 'shell' }),
  bySsh('SSH: an endless show run', { line: ssh.upon(running, ssh.forever(' description x\r\n')) }),
  bySsh('SSH: a line of 100 MB', { line: ssh.upon(running, ssh.longLine(100_000_000)) }),
  bySsh('SSH: a flood of prompts', { line: ssh.upon(running, ssh.forever(`\r\n${ssh.prompt}`)) }),
  byHttps('HTTPS: a body that drips', https.drip(100)),
  byHttps('HTTPS: headers that drip', https.dripHeaders(100)),
  byHttps('HTTPS: a body without an end', https.endless()),
  byHttps('HTTPS: a gzip bomb of 1 GB', https.bomb(1024)),
  byHttps('HTTPS: paging.count of a billion', https.json({ items: [{ id: https.domain }], paging: { count: 1e9 } })),
  byHttps('HTTPS: 900 pages of 10 MB', (response) =>
    https.json({
      items: [{ id: https.domain.replace('e276', String(++pages + 1000)), x: 'x'.repeat(10_000_000) }],
      paging: { count: 900 },
    })(response, undefined as never),
  ),
];
