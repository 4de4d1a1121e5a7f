import { App as CdktfApp, TerraformStack, type AppConfig } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileFault } from '../kernel/fault';
import { defect, problem, refusalWords, showProblem, type Problem } from '../kernel/problem';
import { fileWord, fileWordRemedy, visible } from '../kernel/text';
import { judge, today, type LintResult } from '../rules/engine/waiver';
import type { Manifest } from '../run/manifest';
import { applyAspects, withoutAspects } from './aspects';
import { lintDirectory, writeLint } from './lint';
import { writeManifest } from './manifest';
import { Lifecycle, type Conclusion } from './phases';
import { hearProgram } from './program-faults';
import { stackless } from './stackless';
import { doorOf, type Door, type VpnStackProps } from './terraform/options';
import { addResources } from './terraform/resources';

const stackMark = Symbol.for('tunnelwright.stack');

/** cdktf ends with an exception at a name that it cannot take; so it gets one that it can, and the name is a problem. */
const nameable = (id: string): string =>
  fileWord.test(id) ? id : `stack-${id.slice(0, 60).replace(/[^\p{L}\p{N}_.:+@-]/gu, '-')}`;
const misnamed = (id: string): Problem =>
  problem('stack.name', id.slice(0, 60), 'this cannot name a stack', `write ${fileWordRemedy}`);

/**
 * A cdktf stack of VPN constructs. Besides its Terraform configuration, synth writes the manifest that
 * `tunnelwright plan` and `apply` work on, and a file for each target that a person can read.
 * For Terraform all its devices are one resource: what they shall hold is compared line by line, without secrets, and a
 * change of it runs `tunnelwright apply`.
 */
export class VpnStack extends TerraformStack {
  /** Known by this and not by its class, which every copy of the package has its own of. */
  readonly [stackMark] = true;
  private readonly lifecycle = new Lifecycle(this);
  private prepared = false;
  private readonly ownProblems: readonly Problem[];
  private readonly door: Door;

  constructor(scope: Construct, id: string, props: VpnStackProps = {}) {
    super(scope, nameable(id));
    const { door, problems } = doorOf(this.node.path, props);
    this.door = door;
    this.ownProblems = [...(nameable(id) === id ? [] : [misnamed(id)]), ...problems];
    this.node.addValidation({ validate: () => this.problems.map(showProblem).map(visible) });
    const terraform = this.synthesizer;
    this.synthesizer = {
      synthesize: (session) => {
        withoutAspects(this, () => terraform.synthesize(session));
        writeManifest(join(session.outdir, session.manifest.forStack(this).workingDirectory), this.manifest);
      },
    };
  }

  /**
   * What is wrong with what the stack declares; empty when it can be planned. Like `manifest` and `findings` it applies the
   * aspects and is evaluated afresh at each reading, until synth freezes the stack.
   */
  get problems(): readonly Problem[] {
    return [...this.ownProblems, ...this.lifecycle.read().problems];
  }

  /** What the stack declares, as plain data. */
  get manifest(): Manifest {
    return this.lifecycle.read().manifest;
  }

  /** What the rules find in it: what counts, and what is waived. For tests of modules of your own. */
  get findings(): LintResult {
    return judge(this.manifest.lint!, today());
  }

  /** Evaluates the stack for synth. Freezing it ends the declaring: what is added afterwards throws. */
  conclude(): Conclusion {
    const { problems, freeze } = this.lifecycle.conclude();
    return { problems: [...this.ownProblems, ...problems], freeze };
  }

  /** For `tunnelwright lint`: what is wrong, also where that forbids to write the stack. */
  writeLint(directory: string): void {
    const { manifest, faults } = this.lifecycle.read();
    writeLint(directory, { stack: this.node.id, faults, lint: manifest.lint! });
  }

  /** Called by cdktf before it writes the stack. */
  override prepareStack(): void {
    const linting = lintDirectory();
    if (linting !== undefined) this.writeLint(linting);
    const { problems, freeze } = this.conclude();
    freeze();
    if (problems.length === 0 && !this.prepared) {
      this.prepared = true;
      addResources(this, this.manifest, this.door);
      // cdktf does not apply them any more, and a user's aspects may be for what is Terraform's too.
      applyAspects(this);
    }
    super.prepareStack();
  }
}

const isVpnStack = (construct: IConstruct): construct is VpnStack => stackMark in construct;

/**
 * The root of a program. A user's mistakes are printed all at once, each with its construct path and its remedy, and
 * end the program with exit code 1; nothing is written then.
 */
export class App extends CdktfApp {
  private readonly fault: Problem | undefined;

  constructor(config: AppConfig = {}) {
    const outdir = config.outdir ?? process.env['CDKTF_OUTDIR'] ?? 'cdktf.out';
    const fault = faultAt(outdir);
    // cdktf makes the directory here and ends with an exception where it cannot; synth says it together with the rest.
    super(fault === undefined ? config : { ...config, outdir: tmpdir() });
    this.fault = fault;
    hearProgram(this);
  }

  override synth(): void {
    if (this.fault !== undefined) return refuse([this.fault]);
    const stacks = this.node.findAll().filter(isVpnStack);
    // Of all stacks, before any is evaluated: an aspect in one may add to another.
    stacks.forEach(applyAspects);
    const lost = stackless(this, isVpnStack);
    if (lost.length > 0) return refuse(lost);
    const linting = lintDirectory();
    if (linting !== undefined) return stacks.forEach((stack) => stack.writeLint(linting));
    const conclusions = stacks.map((stack) => stack.conclude());
    const problems = conclusions.flatMap((conclusion) => conclusion.problems);
    if (problems.length > 0) return refuse(problems);
    conclusions.forEach(({ freeze }) => freeze());
    try {
      super.synth();
    } catch (error) {
      const fault = fileFault(error, this.outdir);
      if (fault === undefined) throw error;
      refuse([fault]);
    }
  }
}

/** Why a directory cannot be made; undefined where it is there now. */
const faultAt = (directory: string): Problem | undefined => {
  try {
    mkdirSync(directory, { recursive: true });
    return undefined;
  } catch (error) {
    return fileFault(error, directory) ?? defect(error, directory);
  }
};

const refuse = (problems: readonly Problem[]): void => {
  process.stderr.write(visible(refusalWords(problems)));
  process.exitCode = 1;
};
