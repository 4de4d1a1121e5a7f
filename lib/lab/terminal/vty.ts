import { StringDecoder } from 'node:string_decoder';
import type { Reply } from './reply';
import type { Terminal } from './terminal';

/** Where a terminal line writes, and what ends it. */
export interface Wire {
  write(text: string): void;
  /** The user left. */
  close(): void;
  /** The connection is cut. */
  drop(): void;
  executed(): void;
  /** Something was written that no input caused just now. */
  flush(): void;
}

const more = ' --More-- ';
const erase = '\b'.repeat(more.length) + ' '.repeat(more.length) + '\b'.repeat(more.length);
const broken = (text: string): string => text.replace(/\r?\n/g, '\r\n');

/**
 * The terminal line of a session: echo, line editing and pages. Keys are worked off one by one, so that lines sent in
 * one go are each echoed, executed and answered in turn.
 */
export const vtyOf = (console: Terminal, wire: Wire): { greet(): void; receive(data: Buffer): void } => {
  const decoder = new StringDecoder('utf8');
  let line = '';
  let pages: readonly string[] = [];
  let afterReturn = false;
  let literal = false;
  let ended = false;
  /** What was typed while a command was at work. */
  let ahead: string[] | undefined;

  const promptAgain = (): void => {
    if (!ended) wire.write(console.prompt() + (console.asking()?.hidden ? '' : line));
  };

  const print = (lines: readonly string[], room: number): void => {
    const page = room <= 0 ? lines.length : room;
    if (lines.length > 0) wire.write(broken(`${lines.slice(0, page).join('\n')}\n`));
    pages = lines.slice(page);
    if (pages.length > 0) wire.write(more);
    else promptAgain();
  };

  const end = (how: () => void): void => {
    ended = true;
    how();
  };

  const answer = (reply: Reply): void => {
    if (reply.fate === 'hang') {
      ended = true;
      return;
    }
    if (reply.fate === 'drop') {
      if (reply.text !== undefined) wire.write(broken(reply.text));
      return end(wire.drop);
    }
    const lines = reply.text === undefined || reply.text === '' ? [] : reply.text.split('\n');
    if (reply.later) {
      if (lines.length > 0) wire.write(broken(`${lines.join('\n')}\n`));
      return wait(reply.later);
    }
    if (console.isClosed()) return end(wire.close);
    print(lines, console.page() - 1);
  };

  const wait = (work: Promise<Reply>): void => {
    ahead = [];
    void work.then((reply) => {
      const keys = ahead ?? [];
      ahead = undefined;
      if (ended) return;
      answer(reply);
      keys.forEach(press);
      wire.flush();
    });
  };

  const submit = (): void => {
    const typed = line;
    const secret = console.asking()?.hidden;
    line = '';
    wire.write('\r\n');
    if (typed.trim() !== '' && !secret) wire.executed();
    answer(console.submit(typed));
  };

  const turnPage = (key: string): void => {
    wire.write(erase);
    const rest = pages;
    pages = [];
    if (key === ' ') print(rest, console.page() - 1);
    else if (key === '\r' || key === '\n') print(rest, 1);
    else promptAgain();
  };

  const help = (): void => {
    wire.write('?\r\n% Help is not simulated here; type Ctrl-V before a question mark that is meant.\r\n');
    promptAgain();
  };

  const leave = (): void => {
    wire.write('^Z\r\n');
    line = '';
    console.leaveConfig();
    promptAgain();
  };

  const insert = (key: string): void => {
    if (line === '' && console.isRedrawn?.()) {
      wire.write('\r\n*Nov 21 02:00:00.000: %SYS-5-CONFIG_I: Configured from console by lab on vty1\r\n');
      promptAgain();
    }
    line += key;
    if (!console.asking()?.hidden) wire.write(key);
  };

  const editing: Readonly<Record<string, () => void>> = {
    '\x16': () => {
      literal = true;
    },
    '\x03': () => {
      wire.write('\r\n');
      line = '';
      console.leaveConfig();
      promptAgain();
    },
    '\x1a': leave,
    '\x15': () => {
      wire.write('\b \b'.repeat(line.length));
      line = '';
    },
    '\x7f': () => {
      if (line !== '') wire.write('\b \b');
      line = line.slice(0, -1);
    },
    '\x04': () => {
      if (line === '') end(wire.close);
    },
    '\t': () => undefined,
    '\0': () => undefined,
    '?': () => (console.asking() ? insert('?') : help()),
    '\r': submit,
    '\n': submit,
  };

  const press = (key: string): void => {
    if (ended) return;
    if (ahead) {
      ahead.push(key);
      return;
    }
    const secondOfTwo = afterReturn && key === '\n';
    afterReturn = key === '\r';
    if (secondOfTwo) return;
    if (pages.length > 0) return turnPage(key);
    if (console.asking()?.key) {
      wire.write('\r\n');
      return answer(console.submit(key));
    }
    if (literal) {
      literal = false;
      return insert(key);
    }
    const act = editing[key === '\b' ? '\x7f' : key];
    if (act) act();
    else insert(key);
  };

  return {
    greet: () => {
      wire.write('\r\n');
      promptAgain();
    },
    receive: (data) => {
      for (const key of decoder.write(data)) press(key);
    },
  };
};
