import { caretBelow, TerminalConsole, type CommandLine, type Mode, type Turn } from '../../terminal/console';
import type { Ask, Miss, Reply } from '../../terminal/reply';
import { execute } from './exec';
import type { Level } from './modes';
import { withoutChain } from './pki';
import { pkiDialogue } from './pki-dialogues';
import type { AsaFaults, Device, Space } from './types';
import { typeLine } from './typing';

const complaint = (prompt: string, line: string, why: Miss['miss'], at: number): string => {
  if (why === 'incomplete') return 'ERROR: % Incomplete command';
  if (why === 'ambiguous') return `ERROR: % Ambiguous command: "${line.trim()}"`;
  return `${caretBelow(prompt, line, at)}\nERROR: % Invalid input detected at '^' marker.`;
};

/** Removing a trustpoint that has a certificate is asked about. */
const destroying = (then: () => void): Reply => {
  const ask: Ask = {
    prompt: 'Are you sure you want to do this? [yes/no]: ',
    answer: (word) => {
      if (!/^y/i.test(word)) return {};
      then();
      return { text: 'INFO: Be sure to ask the CA administrator to revoke your certificates.' };
    },
  };
  return {
    text: 'WARNING: Removing an enrolled trustpoint will destroy all certificates\nreceived from the related Certificate Authority.\n',
    ask,
  };
};

/** The command line of an ASA in one session, which is in one of its configuration spaces. */
class AsaCommandLine implements CommandLine<Level> {
  readonly denied = { again: 'Invalid password', last: 'Access denied.' };
  private space: Space;

  constructor(
    private readonly device: Device,
    private readonly user: string,
  ) {
    this.space = device.spaces.get('')!;
  }

  get enableSecret(): string | undefined {
    return this.device.options.enableSecret;
  }

  faults(): AsaFaults {
    return this.device.faults();
  }

  prompt({ privileged, levels }: Mode<Level>): string {
    const host = this.device.hostname() + (this.space.name === '' ? '' : `/${this.space.name}`);
    if (levels === undefined) return `${host}${privileged ? '#' : '>'} `;
    return `${host}(${levels[levels.length - 1]?.prompt ?? 'config'})# `;
  }

  run(line: string, mode: Mode<Level>): Turn<Level> {
    if (line.trim() === '') return {};
    if (mode.levels !== undefined) return this.configure(line, mode, mode.levels);
    return this.execute(line, mode, mode.privileged, undefined);
  }

  printed(line: string, reply: Reply): Reply {
    const { emptyShow, damage, truncateShow } = this.faults();
    if (!/^(more system:|show )running-config/.test(line.trim())) return reply;
    if (emptyShow) return { ...reply, text: '' };
    if (damage) return { ...reply, text: damage(reply.text ?? '') };
    if (truncateShow === undefined) return reply;
    return { ...reply, text: reply.text?.slice(0, truncateShow) ?? '', fate: 'drop' };
  }

  /** An EXEC command. `instead`: what is complained about where it is none, as in configuration mode. */
  private execute(line: string, mode: Mode<Level>, privileged: boolean, instead: Miss | undefined): Reply {
    const { device, space, user } = this;
    const reply = execute({ device, space, user }, line, privileged);
    if ('miss' in reply) {
      const { miss, at } = instead ?? reply;
      return { text: complaint(this.prompt(mode), line, miss, at) };
    }
    if (reply.context === undefined) return reply;
    this.space = device.spaces.get(reply.context)!;
    return { ...reply, move: 'exec' };
  }

  private configure(line: string, mode: Mode<Level>, open: readonly Level[]): Turn<Level> {
    const { device, space } = this;
    const text = line.trim().split(/\s+/).join(' ');
    if (text === 'end') return { move: 'exec' };
    if (text === 'exit' || text === 'quit') return open.length === 0 ? { move: 'exec' } : { levels: open.slice(0, -1) };
    const dialogue = pkiDialogue(device, space, text);
    if (dialogue !== undefined) return dialogue;
    const typed = typeLine(space.running(), open, text, [...device.enrolled]);
    switch (typed.form) {
      case 'done':
        space.change(typed.config);
        return { levels: typed.levels, ...(typed.words === undefined ? {} : { text: typed.words }) };
      case 'refused':
        return { text: typed.words };
      case 'ask':
        return destroying(() => {
          space.change(withoutChain(typed.config, typed.trustpoint));
          device.enrolled.delete(typed.trustpoint);
        });
      case 'miss':
        // An ASA takes EXEC commands in configuration mode too.
        return this.execute(line, mode, true, { miss: typed.why, at: typed.at });
    }
  }
}

/** One session at the ASA: lines in, text out. */
export const consoleOf = (
  device: Device,
  user: string,
  options: { readonly privileged: boolean; readonly inConfig?: boolean },
): TerminalConsole<Level> => new TerminalConsole(new AsaCommandLine(device, user), options);
