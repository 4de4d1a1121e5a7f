import type { ServerChannel } from 'ssh2';
import type { Device } from './types';
import { nameOn } from './flash';

/** A file that arrives: its header, its bytes, and a zero byte behind them. */
class Upload {
  private buffer = Buffer.alloc(0);
  private size: number | undefined;

  constructor(
    private readonly channel: ServerChannel,
    private readonly arrived: (file: Buffer) => void,
  ) {}

  start(): void {
    this.channel.on('data', (data: Buffer) => this.receive(data));
    this.ok();
  }

  ok(): void {
    this.channel.write(Buffer.from([0]));
  }

  end(code: number): void {
    this.channel.exit(code);
    this.channel.end();
  }

  refuse(words: string): void {
    this.channel.write(`\u0001${words}\n`);
    this.end(1);
  }

  private receive(data: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, data]);
    const line = this.buffer.indexOf(10);
    if (this.size === undefined && line !== -1) {
      const length = /^C\d{4} (\d+) \S+$/.exec(this.buffer.subarray(0, line).toString())?.[1];
      if (length === undefined) return this.refuse('Protocol error');
      this.size = Number(length);
      this.buffer = this.buffer.subarray(line + 1);
      this.ok();
    }
    if (this.size !== undefined && this.buffer.length > this.size) this.arrived(this.buffer.subarray(0, this.size));
  }
}

/** The other end of `scp FILE router:PATH`: answers a zero byte to each part, or a one and words. */
export const scpInto = (channel: ServerChannel, device: Device, command: string, drop: () => void): void => {
  const name = nameOn(/^scp -t (\S+)$/.exec(command)?.[1] ?? '');
  const upload = new Upload(channel, (file) => {
    const faults = device.faults();
    const { upload: fault } = faults;
    delete faults.upload;
    if (fault === 'cut') return drop();
    const stored = Buffer.from(file);
    if (fault === 'corrupt') stored[0] = stored[0]! ^ 1;
    device.flash.set(name!, stored);
    upload.ok();
    upload.end(0);
  });
  if (!/^ip scp server enable$/m.test(device.runningText())) return upload.refuse('Administratively disabled.');
  if (name === undefined) return upload.refuse('Invalid file name');
  upload.start();
};
