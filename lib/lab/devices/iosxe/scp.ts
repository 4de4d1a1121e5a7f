import type { ServerChannel } from 'ssh2';
import type { Device } from './device';
import { nameOn } from './flash';

/** The other end of `scp FILE router:PATH`: answers a zero byte to each part, or a one and words. */
export const scpInto = (channel: ServerChannel, device: Device, command: string, drop: () => void): void => {
  const end = (code: number): void => {
    channel.exit(code);
    channel.end();
  };
  const refuse = (words: string): void => {
    channel.write(`\u0001${words}\n`);
    end(1);
  };
  const name = nameOn(/^scp -t (\S+)$/.exec(command)?.[1] ?? '');
  if (!/^ip scp server enable$/m.test(device.runningText())) return refuse('Administratively disabled.');
  if (name === undefined) return refuse('Invalid file name');

  let buffer = Buffer.alloc(0);
  let size: number | undefined;
  const ok = (): void => void channel.write(Buffer.from([0]));
  const arrived = (file: Buffer): void => {
    const faults = device.faults();
    const { upload } = faults;
    delete faults.upload;
    if (upload === 'cut') return drop();
    const stored = Buffer.from(file);
    if (upload === 'corrupt') stored[0] = stored[0]! ^ 1;
    device.flash.set(name, stored);
    ok();
    end(0);
  };
  channel.on('data', (data: Buffer) => {
    buffer = Buffer.concat([buffer, data]);
    const line = buffer.indexOf(10);
    if (size === undefined && line !== -1) {
      const length = /^C\d{4} (\d+) \S+$/.exec(buffer.subarray(0, line).toString())?.[1];
      if (length === undefined) return refuse('Protocol error');
      size = Number(length);
      buffer = buffer.subarray(line + 1);
      ok();
    }
    if (size !== undefined && buffer.length > size) arrived(buffer.subarray(0, size));
  });
  ok();
};
