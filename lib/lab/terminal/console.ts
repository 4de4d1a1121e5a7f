import type { Ask, Reply } from './reply';
import type { Terminal } from './terminal';

/** What goes wrong with what is typed. Set a member to have it happen, `undefined` to end it. */
export interface ConsoleFaults {
  /** Drop the session when a line matches, before executing it. Once. */
  dropOn?: RegExp;
  /** Answer this line with device words and do not execute it. */
  refuse?: { line: RegExp; words: string };
  /** Never answer that line: the session is stuck from then on. */
  hangOn?: RegExp;
  /** Before every third line a log line, and the prompt once more. */
  redraw?: boolean;
}

/** Where a session is. */
export interface Mode<L> {
  readonly privileged: boolean;
  /** The sub-modes of configuration mode, from the top; undefined outside of configuration mode. */
  readonly levels: readonly L[] | undefined;
}

/** What a line leads to: the sub-modes behind it, where it was a line of configuration mode. */
export interface Turn<L> extends Reply {
  readonly levels?: readonly L[];
}

/** What one session asks of the command line of its platform. `L`: a sub-mode of configuration mode. */
export interface CommandLine<L> {
  faults(): ConsoleFaults;
  /** What `enable` asks for; undefined: nothing. */
  readonly enableSecret: string | undefined;
  /** What is printed behind a wrong one: while it asks again, and the last time. */
  readonly denied: { readonly again?: string; readonly last: string };
  prompt(mode: Mode<L>): string;
  run(line: string, mode: Mode<L>): Turn<L>;
  /** What becomes of an answer on its way. */
  printed(line: string, reply: Reply): Reply;
}

/** One session at a device with a command line: modes, questions and faults, the same for all platforms. */
export class TerminalConsole<L> implements Terminal {
  private privileged: boolean;
  private levels: readonly L[] | undefined;
  private ask: Ask | undefined;
  private closed = false;
  private pageLength = 24;
  private drawn = 0;

  constructor(
    private readonly commands: CommandLine<L>,
    { privileged, inConfig = false }: { readonly privileged: boolean; readonly inConfig?: boolean },
  ) {
    this.privileged = privileged;
    this.levels = inConfig ? [] : undefined;
  }

  prompt(): string {
    return this.ask?.prompt ?? this.commands.prompt(this.mode());
  }

  asking(): Ask | undefined {
    return this.ask;
  }

  isRedrawn(): boolean {
    return this.commands.faults().redraw === true && this.ask === undefined && ++this.drawn % 3 === 0;
  }

  isClosed(): boolean {
    return this.closed;
  }

  page(): number {
    return this.pageLength;
  }

  leaveConfig(): void {
    this.levels = undefined;
    this.ask = undefined;
  }

  submit(line: string): Reply {
    if (this.ask) {
      const { answer } = this.ask;
      this.ask = undefined;
      return this.settle(answer(line.trim()));
    }
    const faults = this.commands.faults();
    if (faults.dropOn?.test(line.trim())) {
      delete faults.dropOn;
      return { fate: 'drop' };
    }
    if (faults.hangOn?.test(line.trim())) return { fate: 'hang' };
    if (faults.refuse?.line.test(line.trim())) return { text: faults.refuse.words };
    return this.commands.printed(line, this.settle(this.commands.run(line, this.mode())));
  }

  private mode(): Mode<L> {
    return { privileged: this.privileged, levels: this.levels };
  }

  /** Puts into effect what an answer asks of the session itself. */
  private settle(turn: Turn<L>): Reply {
    const { levels, ...reply } = turn;
    if (levels !== undefined) this.levels = levels;
    if (reply.page !== undefined) this.pageLength = reply.page;
    const final = this.moved(reply);
    this.ask = final.ask;
    return final.later === undefined ? final : { ...final, later: final.later.then((next) => this.settle(next)) };
  }

  private moved(reply: Reply): Reply {
    switch (reply.move) {
      case 'config':
        this.levels = [];
        return reply;
      case 'exec':
        this.levels = undefined;
        return reply;
      case 'disable':
        this.privileged = false;
        return reply;
      case 'logout':
        this.closed = true;
        return reply;
      case 'enable':
        return this.enable(3);
      case undefined:
        return reply;
    }
  }

  private enable(tries: number): Reply {
    const { enableSecret: secret, denied } = this.commands;
    if (secret === undefined || this.privileged) {
      this.privileged = true;
      return {};
    }
    const answer = (text: string): Reply => {
      if (text === secret) {
        this.privileged = true;
        return {};
      }
      if (tries <= 1) return { text: denied.last };
      return { ...this.enable(tries - 1), ...(denied.again === undefined ? {} : { text: denied.again }) };
    };
    return { ask: { prompt: 'Password: ', hidden: true, answer } };
  }
}

/** Types lines at a console in configuration mode. Gives the lines of the answers that begin with `lead`. */
export const typeAt = (console: Terminal, lines: readonly string[], lead: string): readonly string[] =>
  lines.flatMap((line) => {
    const text = console.submit(line).text;
    return text?.split('\n').filter((part) => part.startsWith(lead)) ?? [];
  });

/** The caret below the n-th word of a line that was typed behind a prompt; behind the last word, where the line ends. */
export const caretBelow = (prompt: string, line: string, word: number): string => {
  const starts = [...line.matchAll(/\S+/g)].map((found) => found.index);
  return `${' '.repeat(prompt.length + (starts[word] ?? line.trimEnd().length))}^`;
};
