/** A project that uses the packed package, and the simulated devices of its program. */
import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { typeOn } from '../../support/by-hand';
import { emptyFolder, environment, install, tarball, write } from '../../tarballs/support/installed';
import { ended, terraform, type Ended, type Variables } from './terraform';

interface LabFile {
  readonly devices: Readonly<
    Record<
      string,
      {
        readonly host: string;
        readonly port: number;
        readonly login: { readonly username: string; readonly password: { readonly path: string } };
      }
    >
  >;
}

const programs = resolve(__dirname, '../project');

/** What the routers of both ends share; no output and no state of Terraform may hold it. */
export const key = 'correct-horse-battery-9';

/** An empty folder with the packed package and both programs. */
export const installed = (): string => {
  const folder = emptyFolder('terraform');
  beforeAll(() => {
    write(folder, {
      'package.json': '{"name":"program","private":true}',
      'cdktf.json': '{"app":"node main.js"}',
      'keys/vpn.key': `${key}\n`,
    });
    for (const program of ['main.js', 'many.js']) copyFileSync(join(programs, program), join(folder, program));
    install(folder, tarball);
  });
  return folder;
};

export class Project {
  /** All that Terraform printed. */
  readonly printed: string[] = [];
  private readonly lab: string;
  private devices: ChildProcess | undefined;

  constructor(
    readonly folder: string,
    private readonly program: 'main.js' | 'many.js',
    private readonly stack: string,
    /** Of all its processes. */
    private readonly settings: Variables = {},
  ) {
    this.lab = `.lab-${stack}`;
    afterAll(() => this.devices?.kill());
  }

  /** Starts the simulated devices, and waits until they listen. */
  async startLab(): Promise<void> {
    const file = join(this.folder, this.lab, 'lab.json');
    const { folder, lab, program } = this;
    this.devices = spawn(
      'node',
      ['node_modules/tunnelwright/dist/lib/cli/main.js', 'lab', '--out', lab, '--app', `node ${program}`],
      {
        cwd: folder,
        env: { ...environment(), ...this.settings },
        stdio: 'ignore',
      },
    );
    for (let tries = 0; tries < 600 && !existsSync(file); tries++) await new Promise((done) => setTimeout(done, 100));
  }

  /** Writes the stack by the command that a project has. */
  async synth(variables: Variables = {}): Promise<void> {
    const { code, out } = await this.tunnelwright('synth', variables);
    if (code !== 0) throw new Error(out);
  }

  /** Where the stack is written. */
  get directory(): string {
    return join(this.folder, 'cdktf.out/stacks', this.stack);
  }

  /** Terraform in the folder of the stack, with a path to the lab that is relative to the project. */
  async terraform(words: readonly [string, ...string[]], variables: Variables = {}): Promise<Ended> {
    const lab = { TUNNELWRIGHT_LAB: `${this.lab}/lab.json` };
    const ran = await terraform(this.directory, words, { ...lab, ...this.settings, ...variables });
    this.printed.push(ran.out);
    return ran;
  }

  /** A command on the program; `variables` and words, in any order. */
  tunnelwright(verb: string, ...words: readonly (string | Variables)[]): Promise<Ended> {
    const said = words.filter((word) => typeof word === 'string');
    const command = ['npx', '--no', 'tunnelwright', verb, '--app', `node ${this.program}`, ...said] as const;
    const variables = words.filter((word) => typeof word !== 'string');
    const lab = { TUNNELWRIGHT_LAB: `${this.lab}/lab.json` };
    return ended(this.folder, command, Object.assign({}, lab, this.settings, ...variables) as Variables);
  }

  /** The state that Terraform keeps, as text. */
  get state(): string {
    return readFileSync(join(this.folder, `terraform.${this.stack}.tfstate`), 'utf8');
  }

  /** Lines that a person types at a router's prompt. */
  async type(host: string, ...lines: readonly string[]): Promise<void> {
    const lab = JSON.parse(readFileSync(join(this.folder, this.lab, 'lab.json'), 'utf8')) as LabFile;
    const { host: at, port, login } = lab.devices[host]!;
    const password = readFileSync(login.password.path, 'utf8').trim();
    await typeOn({ host: at, port, username: login.username, password }, lines);
  }

  /** Lets a device be unreachable, until the lab is described as before. */
  unplug(host: string): () => void {
    const file = `${this.lab}/lab.json`;
    const text = readFileSync(join(this.folder, file), 'utf8');
    const lab = JSON.parse(text) as LabFile;
    const devices = { ...lab.devices, [host]: { ...lab.devices[host]!, port: 9 } };
    write(this.folder, { [file]: JSON.stringify({ ...lab, devices }) });
    return () => write(this.folder, { [file]: text });
  }
}
