import { logStamp } from '../../server/clock';
import type { Device } from './device';
import { execute, type ExecMiss } from './exec';
import { orderOf } from './grammar/order';
import type { Level } from './modes';
import { pkiDialogue } from './pki/commands';
import { enrolledTrustpoints } from './pki/store';
import type { Ask, Reply } from '../../terminal/reply';
import type { Terminal } from '../../terminal/terminal';
import { drop, put } from './tree';
import { typeLine } from './typing';

const marker = "% Invalid input detected at '^' marker.\n";

/** Column of the n-th word; behind the last one, where the line ends. */
const columnOf = (line: string, word: number): number => {
  const starts = [...line.matchAll(/\S+/g)].map((found) => found.index);
  return starts[word] ?? line.trimEnd().length;
};

const complaint = (prompt: string, line: string, why: ExecMiss['miss'], at: number): string => {
  if (why === 'incomplete') return '% Incomplete command.\n';
  if (why === 'ambiguous') return `% Ambiguous command:  "${line.trim()}"`;
  return `${' '.repeat(prompt.length + columnOf(line, at))}^\n${marker}`;
};

export const consoleOf = (
  device: Device,
  user: string,
  options: { readonly privileged: boolean; readonly inConfig?: boolean },
): Terminal => {
  let privileged = options.privileged;
  let levels: readonly Level[] | undefined = options.inConfig ? [] : undefined;
  let ask: Ask | undefined;
  let banner: { readonly kind: string; readonly mark: string; readonly text: readonly string[] } | undefined;
  let closed = false;
  let page = 24;
  let drawn = 0;

  const prompt = (): string => {
    if (banner) return '';
    const level = levels?.[levels.length - 1];
    if (levels !== undefined) return `${device.hostname()}(${level?.prompt ?? 'config'})#`;
    return device.hostname() + (privileged ? '#' : '>');
  };

  const enable = (tries: number): Reply => {
    const secret = device.options.enableSecret;
    if (secret === undefined || privileged) {
      privileged = true;
      return {};
    }
    const answer = (text: string): Reply => {
      if (text === secret) {
        privileged = true;
        return {};
      }
      return tries > 1 ? enable(tries - 1) : { text: '% Bad secrets\n' };
    };
    return { ask: { prompt: 'Password: ', hidden: true, answer } };
  };

  /** Puts into effect what a command asks of the session itself. */
  const settle = (reply: Reply): Reply => {
    if (reply.move === 'config') levels = [];
    if (reply.move === 'disable') privileged = false;
    if (reply.move === 'logout') closed = true;
    if (reply.page !== undefined) page = reply.page;
    const final = reply.move === 'enable' ? enable(3) : reply;
    ask = final.ask;
    return final.later === undefined ? final : { ...final, later: final.later.then(settle) };
  };

  const exec = (line: string): Reply => {
    const reply = execute({ device, user, privileged }, line);
    if (!('miss' in reply)) return settle(reply);
    const offset = levels === undefined ? 0 : 1;
    const shown = levels === undefined ? line : `do ${line}`;
    return { text: complaint(prompt(), shown, reply.miss, reply.at + offset) };
  };

  const startBanner = (line: string): Reply | undefined => {
    const parts = /^banner (motd|login|exec|incoming) (\^C|\S)(.*)$/i.exec(line.trim());
    if (parts === null) return undefined;
    const [, kind, mark, rest] = parts as unknown as [string, string, string, string];
    const end = rest.indexOf(mark);
    if (end === -1) {
      banner = { kind, mark, text: [rest] };
      return { text: `Enter TEXT message.  End with the character '${mark}'.` };
    }
    endBanner(kind, [rest.slice(0, end)]);
    return {};
  };
  const endBanner = (kind: string, text: readonly string[]): void => {
    const order = orderOf('', 'banner', []);
    const line = { slot: `banner ${kind}`, text: `banner ${kind} ^C${text.join('\n')}^C`, ...(order ? { order } : {}) };
    device.change(put(device.running(), line), user);
    banner = undefined;
  };
  const inBanner = (line: string): Reply => {
    const { kind, mark, text } = banner!;
    const end = line.indexOf(mark);
    if (end === -1) banner = { kind, mark, text: [...text, line] };
    else endBanner(kind, [...text, line.slice(0, end)]);
    return {};
  };

  const config = (line: string, open: readonly Level[]): Reply => {
    const words = line.trim().split(/\s+/);
    const data = open[open.length - 1]?.data === true;
    const first = data ? '' : words[0]!.toLowerCase();
    if (first === 'do' && words.length > 1) return exec(line.trim().replace(/^do\s+/i, ''));
    if (first === 'end') {
      levels = undefined;
      return {};
    }
    if (['exit', 'quit', 'exit-address-family'].includes(first) && words.length === 1) {
      levels = open.length === 0 ? undefined : open.slice(0, -1);
      return {};
    }
    const started = data ? undefined : startBanner(line);
    if (started) return started;
    const dialogue = data ? undefined : pkiDialogue(device, user, words.join(' '));
    if (dialogue) {
      levels = [];
      return settle(dialogue);
    }
    const typed = typeLine(device.running(), open, words, enrolledTrustpoints(device));
    switch (typed.form) {
      case 'miss':
        return { text: complaint(prompt(), line, typed.why, typed.at) };
      case 'refused':
        return { text: typed.words };
      case 'ask':
        return destroys(() => {
          device.change(drop(typed.config, `crypto pki certificate chain ${typed.trustpoint}`), user);
          device.enrolled.delete(typed.trustpoint);
        });
      case 'done':
        device.change(typed.config, user);
        levels = typed.levels;
        return typed.words === undefined ? {} : { text: typed.words };
    }
  };

  const destroys = (then: () => void): Reply => {
    const text = `% Removing an enrolled trustpoint will destroy all certificates\n received from the related Certificate Authority.\n`;
    const answer = (word: string): Reply => {
      if (/^y/i.test(word)) {
        then();
        return { text: '% Be sure to ask the CA administrator to revoke your certificates.\n' };
      }
      return /^n/i.test(word) ? {} : { text: "% Please answer 'yes' or 'no'.", ask: question };
    };
    const question: Ask = { prompt: 'Are you sure you want to do this? [yes/no]: ', answer };
    return settle({ text, ask: question });
  };

  const noisy = (reply: Reply): Reply => {
    const lines = reply.text?.split('\n') ?? [];
    if (!device.faults().noise || lines.length < 2) return reply;
    const half = Math.floor(lines.length / 2);
    const log = `*${logStamp(device.clock.now())}: %SYS-5-CONFIG_I: Configured from console by ${user} on vty0 (127.0.0.1)`;
    return { ...reply, text: [...lines.slice(0, half), log, ...lines.slice(half)].join('\n') };
  };

  const broadcast = (line: string, reply: Reply): Reply => {
    const { broadcast: words } = device.faults();
    if (!words?.on.test(line.trim())) return reply;
    const lines = (reply.text ?? '').split('\n');
    const half = Math.ceil(lines.length / 2);
    return { ...reply, text: [...lines.slice(0, half), words.text, ...lines.slice(half)].join('\n') };
  };

  const run = (line: string): Reply => {
    if (banner) return inBanner(line);
    if (line.trim() === '' || line.trim().startsWith('!')) return {};
    return levels === undefined ? exec(line) : config(line, levels);
  };

  /** The faults that need to know what was executed. */
  const cut = (line: string, reply: Reply): Reply => {
    const { truncateShow: limit, damage } = device.faults();
    if (!/^(do )?\s*sh\S* run\S*$/.test(line.trim())) return reply;
    if (damage) return { ...reply, text: damage(reply.text ?? '') };
    if (limit === undefined) return reply;
    return { ...reply, text: (reply.text ?? '').slice(0, limit), fate: 'drop', raw: true };
  };

  return {
    prompt: () => ask?.prompt ?? prompt(),
    asking: () => ask,
    isRedrawn: () => device.faults().redraw === true && ask === undefined && ++drawn % 3 === 0,
    submit: (line) => {
      if (ask) {
        const { answer } = ask;
        ask = undefined;
        return settle(answer(line.trim()));
      }
      const faults = device.faults();
      if (faults.dropOn?.test(line.trim())) {
        delete faults.dropOn;
        return { fate: 'drop' };
      }
      if (faults.hangOn?.test(line.trim())) return { fate: 'hang' };
      if (faults.refuse?.line.test(line.trim())) return { text: faults.refuse.words };
      return broadcast(line, noisy(cut(line, run(line))));
    },
    leaveConfig: () => {
      levels = undefined;
      ask = undefined;
    },
    isClosed: () => closed,
    page: () => page,
  };
};
