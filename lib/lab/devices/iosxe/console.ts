import { logStamp } from '../../server/clock';
import { caretBelow, TerminalConsole, type CommandLine, type Mode, type Turn } from '../../terminal/console';
import type { Ask, Miss, Reply } from '../../terminal/reply';
import { execute } from './exec';
import { orderOf } from './grammar/order';
import type { Level } from './modes';
import { pkiDialogue } from './pki/commands';
import { enrolledTrustpoints } from './pki/store';
import { drop, put } from './tree';
import type { Device, RouterFaults } from './types';
import { typeLine } from './typing';

const complaint = (prompt: string, line: string, why: Miss['miss'], at: number): string => {
  if (why === 'incomplete') return '% Incomplete command.\n';
  if (why === 'ambiguous') return `% Ambiguous command:  "${line.trim()}"`;
  return `${caretBelow(prompt, line, at)}\n% Invalid input detected at '^' marker.\n`;
};

/** Removing a trustpoint that has a certificate is asked about. */
const destroying = (then: () => void): Reply => {
  const text = `% Removing an enrolled trustpoint will destroy all certificates\n received from the related Certificate Authority.\n`;
  const answer = (word: string): Reply => {
    if (/^y/i.test(word)) {
      then();
      return { text: '% Be sure to ask the CA administrator to revoke your certificates.\n' };
    }
    return /^n/i.test(word) ? {} : { text: "% Please answer 'yes' or 'no'.", ask };
  };
  const ask: Ask = { prompt: 'Are you sure you want to do this? [yes/no]: ', answer };
  return { text, ask };
};

/** A banner that is being typed, until its mark comes again. */
interface Banner {
  readonly kind: string;
  readonly mark: string;
  readonly text: readonly string[];
}

/** Words in the middle of a text. */
const inserted = (lines: readonly string[], at: number, words: string): string =>
  [...lines.slice(0, at), words, ...lines.slice(at)].join('\n');

/** The command line of a router in one session. */
class RouterCommandLine implements CommandLine<Level> {
  readonly denied = { last: '% Bad secrets\n' };
  private banner: Banner | undefined;

  constructor(
    private readonly device: Device,
    private readonly user: string,
  ) {}

  get enableSecret(): string | undefined {
    return this.device.options.enableSecret;
  }

  faults(): RouterFaults {
    return this.device.faults();
  }

  prompt({ privileged, levels }: Mode<Level>): string {
    if (this.banner) return '';
    if (levels === undefined) return this.device.hostname() + (privileged ? '#' : '>');
    return `${this.device.hostname()}(${levels[levels.length - 1]?.prompt ?? 'config'})#`;
  }

  run(line: string, mode: Mode<Level>): Turn<Level> {
    if (this.banner) return this.continueBanner(this.banner, line);
    if (line.trim() === '' || line.trim().startsWith('!')) return {};
    return mode.levels === undefined ? this.execute(line, mode) : this.configure(line, mode, mode.levels);
  }

  printed(line: string, reply: Reply): Reply {
    return this.broadcast(line, this.noisy(this.cut(line, reply)));
  }

  private execute(line: string, mode: Mode<Level>): Reply {
    const { device, user } = this;
    const reply = execute({ device, user, privileged: mode.privileged }, line);
    if (!('miss' in reply)) return reply;
    const offset = mode.levels === undefined ? 0 : 1;
    const shown = mode.levels === undefined ? line : `do ${line}`;
    return { text: complaint(this.prompt(mode), shown, reply.miss, reply.at + offset) };
  }

  private configure(line: string, mode: Mode<Level>, open: readonly Level[]): Turn<Level> {
    if (open[open.length - 1]?.data === true) return this.typed(line, mode, open);
    const words = line.trim().split(/\s+/);
    const first = words[0]!.toLowerCase();
    if (first === 'do' && words.length > 1) return this.execute(line.trim().replace(/^do\s+/i, ''), mode);
    if (first === 'end') return { move: 'exec' };
    if (['exit', 'quit', 'exit-address-family'].includes(first) && words.length === 1)
      return open.length === 0 ? { move: 'exec' } : { levels: open.slice(0, -1) };
    const started = this.startBanner(line);
    if (started) return started;
    const dialogue = pkiDialogue(this.device, this.user, words.join(' '));
    return dialogue ? { ...dialogue, levels: [] } : this.typed(line, mode, open);
  }

  private typed(line: string, mode: Mode<Level>, open: readonly Level[]): Turn<Level> {
    const { device, user } = this;
    const typed = typeLine(device.running(), open, line.trim().split(/\s+/), () => enrolledTrustpoints(device));
    switch (typed.form) {
      case 'miss':
        return { text: complaint(this.prompt(mode), line, typed.why, typed.at) };
      case 'refused':
        return { text: typed.words };
      case 'ask':
        return destroying(() => {
          device.change(drop(typed.config, `crypto pki certificate chain ${typed.trustpoint}`), user);
          device.enrolled.delete(typed.trustpoint);
        });
      case 'done':
        device.change(typed.config, user);
        return { levels: typed.levels, ...(typed.words === undefined ? {} : { text: typed.words }) };
    }
  }

  private startBanner(line: string): Reply | undefined {
    const parts = /^banner (motd|login|exec|incoming) (\^C|\S)(.*)$/i.exec(line.trim());
    if (parts === null) return undefined;
    const [, kind, mark, rest] = parts as unknown as [string, string, string, string];
    const end = rest.indexOf(mark);
    if (end === -1) {
      this.banner = { kind, mark, text: [rest] };
      return { text: `Enter TEXT message.  End with the character '${mark}'.` };
    }
    this.endBanner(kind, [rest.slice(0, end)]);
    return {};
  }

  private continueBanner({ kind, mark, text }: Banner, line: string): Reply {
    const end = line.indexOf(mark);
    if (end === -1) this.banner = { kind, mark, text: [...text, line] };
    else this.endBanner(kind, [...text, line.slice(0, end)]);
    return {};
  }

  private endBanner(kind: string, text: readonly string[]): void {
    const order = orderOf('', 'banner', []);
    const line = { slot: `banner ${kind}`, text: `banner ${kind} ^C${text.join('\n')}^C`, ...(order ? { order } : {}) };
    this.device.change(put(this.device.running(), line), this.user);
    this.banner = undefined;
  }

  private noisy(reply: Reply): Reply {
    const lines = reply.text?.split('\n') ?? [];
    if (!this.faults().noise || lines.length < 2) return reply;
    const log = `*${logStamp(this.device.clock.now())}: %SYS-5-CONFIG_I: Configured from console by ${this.user} on vty0 (127.0.0.1)`;
    return { ...reply, text: inserted(lines, Math.floor(lines.length / 2), log) };
  }

  private broadcast(line: string, reply: Reply): Reply {
    const { broadcast } = this.faults();
    if (!broadcast?.on.test(line.trim())) return reply;
    const lines = (reply.text ?? '').split('\n');
    return { ...reply, text: inserted(lines, Math.ceil(lines.length / 2), broadcast.text) };
  }

  /** What becomes of a running configuration that is shown. */
  private cut(line: string, reply: Reply): Reply {
    const { truncateShow: limit, damage } = this.faults();
    if (!/^(do )?\s*sh\S* run\S*$/.test(line.trim())) return reply;
    if (damage) return { ...reply, text: damage(reply.text ?? '') };
    if (limit === undefined) return reply;
    return { ...reply, text: (reply.text ?? '').slice(0, limit), fate: 'drop', raw: true };
  }
}

/** One session at the router: lines in, text out. */
export const consoleOf = (
  device: Device,
  user: string,
  options: { readonly privileged: boolean; readonly inConfig?: boolean },
): TerminalConsole<Level> => new TerminalConsole(new RouterCommandLine(device, user), options);
