import type { Ask, Reply } from '../../terminal/reply';
import type { Terminal } from '../../terminal/terminal';
import type { Device, Space } from './device';
import { execute, type AsaReply, type ExecMiss } from './exec';
import type { Level } from './modes';
import { withoutChain } from './pki';
import { pkiDialogue } from './pki-dialogues';
import { typeLine } from './typing';

const complaint = (prompt: string, line: string, why: ExecMiss['miss'], at: number): string => {
  if (why === 'incomplete') return 'ERROR: % Incomplete command';
  if (why === 'ambiguous') return `ERROR: % Ambiguous command: "${line.trim()}"`;
  const starts = [...line.matchAll(/\S+/g)].map((found) => found.index);
  const column = prompt.length + (starts[at] ?? line.trimEnd().length);
  return `${' '.repeat(column)}^\nERROR: % Invalid input detected at '^' marker.`;
};

/** One session at the ASA: lines in, text out. */
export const consoleOf = (
  device: Device,
  user: string,
  options: { readonly privileged: boolean; readonly inConfig?: boolean },
): Terminal => {
  let privileged = options.privileged;
  let levels: readonly Level[] | undefined = options.inConfig ? [] : undefined;
  let space: Space = device.spaces.get('')!;
  let ask: Ask | undefined;
  let closed = false;
  let page = 24;

  const prompt = (): string => {
    const host = device.hostname() + (space.name === '' ? '' : `/${space.name}`);
    if (levels === undefined) return `${host}${privileged ? '#' : '>'} `;
    return `${host}(${levels[levels.length - 1]?.prompt ?? 'config'})# `;
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
      return tries > 1 ? { ...enable(tries - 1), text: 'Invalid password' } : { text: 'Access denied.' };
    };
    return { ask: { prompt: 'Password: ', hidden: true, answer } };
  };

  /** Puts into effect what a command asks of the session itself. */
  const settle = (reply: AsaReply): Reply => {
    if (reply.move === 'config') levels = [];
    if (reply.move === 'disable') privileged = false;
    if (reply.move === 'logout') closed = true;
    if (reply.page !== undefined) page = reply.page;
    if (reply.context !== undefined) {
      space = device.spaces.get(reply.context)!;
      levels = undefined;
    }
    const final = reply.move === 'enable' ? enable(3) : reply;
    ask = final.ask;
    return final.later === undefined ? final : { ...final, later: final.later.then(settle) };
  };

  const exec = (line: string): Reply => {
    const reply = execute({ device, space, user }, line, privileged);
    return 'miss' in reply ? { text: complaint(prompt(), line, reply.miss, reply.at) } : settle(reply);
  };

  const destroys = (then: () => void): Reply => {
    const question: Ask = {
      prompt: 'Are you sure you want to do this? [yes/no]: ',
      answer: (word) => {
        if (!/^y/i.test(word)) return {};
        then();
        return { text: 'INFO: Be sure to ask the CA administrator to revoke your certificates.' };
      },
    };
    return settle({
      text: 'WARNING: Removing an enrolled trustpoint will destroy all certificates\nreceived from the related Certificate Authority.\n',
      ask: question,
    });
  };

  const config = (line: string, open: readonly Level[]): Reply => {
    const text = line.trim().split(/\s+/).join(' ');
    if (text === 'end') {
      levels = undefined;
      return {};
    }
    if (text === 'exit' || text === 'quit') {
      levels = open.length === 0 ? undefined : open.slice(0, -1);
      return {};
    }
    const dialogue = pkiDialogue(device, space, text);
    if (dialogue !== undefined) return settle(dialogue);
    const typed = typeLine(space.running(), open, text, [...device.enrolled]);
    switch (typed.form) {
      case 'done':
        space.change(typed.config);
        levels = typed.levels;
        return typed.words === undefined ? {} : { text: typed.words };
      case 'refused':
        return { text: typed.words };
      case 'ask':
        return destroys(() => {
          space.change(withoutChain(typed.config, typed.trustpoint));
          device.enrolled.delete(typed.trustpoint);
        });
      case 'miss': {
        // An ASA takes EXEC commands in configuration mode too.
        const reply = execute({ device, space, user }, line, true);
        if (!('miss' in reply)) return settle(reply);
        return { text: complaint(prompt(), line, typed.why, typed.at) };
      }
    }
  };

  const run = (line: string): Reply => {
    if (line.trim() === '') return {};
    return levels === undefined ? exec(line) : config(line, levels);
  };

  const cut = (line: string, reply: Reply): Reply => {
    const faults = device.faults();
    if (!/^(more system:|show )running-config/.test(line.trim())) return reply;
    if (faults.emptyShow) return { ...reply, text: '' };
    if (faults.damage) return { ...reply, text: faults.damage(reply.text ?? '') };
    if (faults.truncateShow === undefined) return reply;
    return { ...reply, text: reply.text?.slice(0, faults.truncateShow) ?? '', fate: 'drop' };
  };

  return {
    prompt: () => ask?.prompt ?? prompt(),
    asking: () => ask,
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
      return cut(line, run(line));
    },
    leaveConfig: () => {
      levels = undefined;
      ask = undefined;
    },
    isClosed: () => closed,
    page: () => page,
  };
};
