import { parseIni } from '../../../desired/ini/file';
import { objectionsTo, type Sections } from './check';
import { labFiles, type LabFiles } from './files';

/** What goes wrong on purpose. Those that say so are over when they have happened. */
export interface ProxyHostFaults {
  refuseConnections?: boolean;
  refuseLogin?: boolean;
  /** The next starts fail, so many of them, though nothing is wrong with the file. */
  failStarts?: number;
  /** The next starts end without a word in the log, so many of them. */
  silentStarts?: number;
  /** Nothing more can be written. */
  diskFull?: boolean;
  /** The wire is cut when the next file is written, moved, or the proxy restarted (before or after); once. */
  dropAt?: 'write' | 'move' | 'restart' | 'restarted';
}

const home = '/opt/duoauthproxy';
const configFile = `${home}/conf/authproxy.cfg`;
const logFile = `${home}/log/authproxy.log`;

/** A file as an installation leaves it, in short. */
export const installedConfig = `; Complete documentation about the Duo Auth Proxy can be found here:
; https://duo.com/docs/authproxy_reference

; MAIN: Include this section to specify global configuration options.
;[main]

; CLIENTS: Include one or more of the following configuration sections.
;[ad_client]
;host=
`;

const sectionsOf = (text: string): { readonly sections: Sections; readonly faults: readonly string[] } => {
  const { blocks, faults } = parseIni(text);
  const sections = blocks.flatMap(({ name, lines }) =>
    name === undefined
      ? []
      : [
          [
            name,
            new Map(lines.flatMap(({ key, value }) => (key === undefined ? [] : [[key, value!] as const]))),
          ] as const,
        ],
  );
  return { sections: new Map(sections), faults: faults.map(({ words }) => `Config is unparseable: ${words}`) };
};

const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/'((?:[^']|'\\'')*)'|(\S+)/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll("'\\''", "'") ?? bare!,
  );

/** How a program ended. */
export interface Ended {
  readonly code: number;
  readonly output: string;
}
const well: Ended = { code: 0, output: '' };

/** The Linux host: its files, and the proxy that runs on it or does not. */
export class ProxyHost {
  readonly files: LabFiles;
  readonly faults: ProxyHostFaults = {};
  /** The file that the proxy runs with; undefined when it does not run. */
  running: string | undefined;
  starts = 0;

  constructor(config: string) {
    this.files = labFiles({
      [configFile]: { text: config, mode: 0o640, uid: 995, gid: 992 },
      [logFile]: { text: '', mode: 0o640, uid: 995, gid: 992 },
      [`${home}/bin/authproxyctl`]: { text: '', mode: 0o755 },
    });
  }

  config(): string {
    return this.files.all.get(configFile)?.content.toString() ?? '';
  }

  edit(text: string): void {
    this.files.all.get(configFile)!.content = Buffer.from(text);
  }

  log(): string {
    return this.files.all.get(logFile)!.content.toString();
  }

  /** Starts the proxy with the file that is there, where nothing is wrong with it. */
  start(): Ended {
    this.starts++;
    this.running = undefined;
    const { sections, faults: broken } = sectionsOf(this.config());
    const wrong = [...broken, ...objectionsTo(sections)];
    for (const line of wrong) this.note('error', line);
    if (wrong.length > 0) {
      this.note('error', 'Configuration validation was not successful. Please resolve the problems listed above.');
      return { code: 1, output: wrong.map((line) => `[error]  ${line}\n`).join('') };
    }
    if (this.happens('failStarts')) {
      this.note('error', "Unhandled error: Couldn't listen on any:1812: [Errno 98] Address already in use.");
      return { code: 1, output: '[error]  The Duo Authentication Proxy failed to start.\n' };
    }
    if (this.happens('silentStarts')) return well;
    this.running = this.config();
    this.note('info', 'Duo Security Authentication Proxy 6.4.1 - Init Complete');
    return well;
  }

  /** What a shell does with a line; undefined: the wire is cut. */
  run(command: string): Ended | undefined {
    const words = wordsOf(command);
    const [program, ...args] = words[0] === 'sudo' ? words.slice(2) : words;
    if (program === 'mv') return this.cut('move') ? undefined : this.move(args);
    if (program !== `${home}/bin/authproxyctl`) return { code: 127, output: `sh: 1: ${program}: not found\n` };
    if (this.cut('restart')) return undefined;
    const answer = this.control(args[0]);
    return this.cut('restarted') ? undefined : answer;
  }

  /** Whether the wire is cut now; once. */
  cut(at: ProxyHostFaults['dropAt']): boolean {
    if (this.faults.dropAt !== at) return false;
    delete this.faults.dropAt;
    return true;
  }

  private move(args: readonly string[]): Ended {
    const [from, to] = args.slice(-2);
    if (this.files.move(from!, to!)) return well;
    return { code: 1, output: `mv: cannot stat '${from}': No such file or directory\n` };
  }

  private control(verb: string | undefined): Ended {
    if (verb === 'restart' || verb === 'start') return this.start();
    if (verb === 'stop') this.running = undefined;
    return { code: verb === 'stop' || this.running !== undefined ? 0 : 3, output: '' };
  }

  private note(level: string, line: string): void {
    this.files.append(logFile, `2026-01-01T00:00:00.000000+0000 [duoauthproxy.lib.log#${level}] ${line}\n`);
  }

  private happens(fault: 'failStarts' | 'silentStarts'): boolean {
    const left = this.faults[fault] ?? 0;
    if (left > 0) this.faults[fault] = left - 1;
    return left > 0;
  }
}
