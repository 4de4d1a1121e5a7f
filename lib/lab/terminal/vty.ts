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
export class Vty {
  private readonly decoder = new StringDecoder('utf8');
  private line = '';
  private pages: readonly string[] = [];
  private afterReturn = false;
  private literal = false;
  private ended = false;
  /** What was typed while a command was at work. */
  private ahead: string[] | undefined;
  private readonly editing: Readonly<Record<string, () => void>>;

  constructor(
    private readonly console: Terminal,
    private readonly wire: Wire,
  ) {
    this.editing = this.editingKeys();
  }

  greet(): void {
    this.wire.write('\r\n');
    this.promptAgain();
  }

  receive(data: Buffer): void {
    for (const key of this.decoder.write(data)) this.press(key);
  }

  private promptAgain(): void {
    if (!this.ended) this.wire.write(this.console.prompt() + (this.console.asking()?.hidden ? '' : this.line));
  }

  private print(lines: readonly string[], room: number): void {
    const page = room <= 0 ? lines.length : room;
    if (lines.length > 0) this.wire.write(broken(`${lines.slice(0, page).join('\n')}\n`));
    this.pages = lines.slice(page);
    if (this.pages.length > 0) this.wire.write(more);
    else this.promptAgain();
  }

  private end(how: () => void): void {
    this.ended = true;
    how();
  }

  private answer(reply: Reply): void {
    if (reply.fate === 'hang') {
      this.ended = true;
      return;
    }
    if (reply.fate === 'drop') {
      if (reply.text !== undefined) this.wire.write(broken(reply.text));
      return this.end(() => this.wire.drop());
    }
    const lines = reply.text === undefined || reply.text === '' ? [] : reply.text.split('\n');
    if (reply.later) {
      if (lines.length > 0) this.wire.write(broken(`${lines.join('\n')}\n`));
      return this.wait(reply.later);
    }
    if (this.console.isClosed()) return this.end(() => this.wire.close());
    this.print(lines, this.console.page() - 1);
  }

  private wait(work: Promise<Reply>): void {
    this.ahead = [];
    void work.then((reply) => {
      const keys = this.ahead ?? [];
      this.ahead = undefined;
      if (this.ended) return;
      this.answer(reply);
      keys.forEach((key) => this.press(key));
      this.wire.flush();
    });
  }

  private submit(): void {
    const typed = this.line;
    const secret = this.console.asking()?.hidden;
    this.line = '';
    this.wire.write('\r\n');
    if (typed.trim() !== '' && !secret) this.wire.executed();
    this.answer(this.console.submit(typed));
  }

  private turnPage(key: string): void {
    this.wire.write(erase);
    const rest = this.pages;
    this.pages = [];
    if (key === ' ') this.print(rest, this.console.page() - 1);
    else if (key === '\r' || key === '\n') this.print(rest, 1);
    else this.promptAgain();
  }

  private help(): void {
    this.wire.write('?\r\n% Help is not simulated here; type Ctrl-V before a question mark that is meant.\r\n');
    this.promptAgain();
  }

  private leave(echo: string): void {
    this.wire.write(`${echo}\r\n`);
    this.line = '';
    this.console.leaveConfig();
    this.promptAgain();
  }

  private insert(key: string): void {
    if (this.line === '' && this.console.isRedrawn?.()) {
      this.wire.write('\r\n*Nov 21 02:00:00.000: %SYS-5-CONFIG_I: Configured from console by lab on vty1\r\n');
      this.promptAgain();
    }
    this.line += key;
    if (!this.console.asking()?.hidden) this.wire.write(key);
  }

  private editingKeys(): Readonly<Record<string, () => void>> {
    const erased = (): void => {
      if (this.line !== '') this.wire.write('\b \b');
      this.line = this.line.slice(0, -1);
    };
    const submit = (): void => this.submit();
    return {
      '\x16': () => {
        this.literal = true;
      },
      '\x03': () => this.leave(''),
      '\x1a': () => this.leave('^Z'),
      '\x15': () => {
        this.wire.write('\b \b'.repeat(this.line.length));
        this.line = '';
      },
      '\x7f': erased,
      '\b': erased,
      '\x04': () => {
        if (this.line === '') this.end(() => this.wire.close());
      },
      '\t': () => undefined,
      '\0': () => undefined,
      '?': () => (this.console.asking() ? this.insert('?') : this.help()),
      '\r': submit,
      '\n': submit,
    };
  }

  private press(key: string): void {
    if (this.ended) return;
    if (this.ahead) {
      this.ahead.push(key);
      return;
    }
    const secondOfTwo = this.afterReturn && key === '\n';
    this.afterReturn = key === '\r';
    if (secondOfTwo) return;
    if (this.pages.length > 0) return this.turnPage(key);
    if (this.console.asking()?.key) {
      this.wire.write('\r\n');
      return this.answer(this.console.submit(key));
    }
    const act = this.literal ? undefined : this.editing[key];
    this.literal = false;
    if (act) act();
    else this.insert(key);
  }
}
