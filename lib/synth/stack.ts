import { NullProvider } from '@cdktf/provider-null/lib/provider';
import { Resource } from '@cdktf/provider-null/lib/resource';
import { App as CdktfApp, Lazy, TerraformStack, type AppConfig } from 'cdktf';
import type { Construct } from 'constructs';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileFault } from '../kernel/fault';
import { topological } from '../kernel/graph';
import { defect, problem, showProblem, type Problem } from '../kernel/problem';
import { fileWord, fileWordRemedy, visible } from '../kernel/text';
import { collect } from './collect';
import { judge, today, type Judged } from '../rules/waiver';
import type { Manifest, ManifestTarget } from '../run/manifest';
import { lintDirectory, writeLint } from './lint';
import { lower, targetDigest, writeManifest, type Lowered } from './manifest';
import { askedBy } from './rules';

const idOf = (target: ManifestTarget): string => target.id;
const needsOf = (target: ManifestTarget): readonly string[] => (target.needs ?? []).map((need) => need.target);

/** cdktf ends with an exception at a name that it cannot take; so it gets one that it can, and the name is a problem. */
const nameable = (id: string): string =>
  fileWord.test(id) ? id : `stack-${id.slice(0, 60).replace(/[^\p{L}\p{N}_.:+@-]/gu, '-')}`;
const misnamed = (id: string): Problem =>
  problem('stack.name', id.slice(0, 60), 'this cannot name a stack', `write ${fileWordRemedy}`);

/**
 * A cdktf stack of VPN constructs. Besides its Terraform configuration, synth writes the manifest that
 * `tunnelwright plan` and `apply` work on, and a file for each target that a person can read.
 * In Terraform each target is one `null_resource`: its trigger is the hash of what the target shall hold, its
 * provisioner calls `tunnelwright apply` for that target.
 */
export class VpnStack extends TerraformStack {
  private lowered: Lowered | undefined;
  private prepared = false;
  private readonly misnamed: readonly Problem[];

  constructor(scope: Construct, id: string) {
    super(scope, nameable(id));
    this.misnamed = nameable(id) === id ? [] : [misnamed(id)];
    this.node.addValidation({ validate: () => this.problems.map(showProblem).map(visible) });
    const terraform = this.synthesizer;
    this.synthesizer = {
      synthesize: (session) => {
        terraform.synthesize(session);
        writeManifest(join(session.outdir, session.manifest.forStack(this).workingDirectory), this.manifest);
      },
    };
  }

  /** What is wrong with what the stack declares; empty when it can be planned. */
  get problems(): readonly Problem[] {
    return [...this.misnamed, ...this.lower().problems];
  }

  /** What the stack declares, as plain data. */
  get manifest(): Manifest {
    return this.lower().manifest;
  }

  /** What the rules find in it: what counts, and what is waived. For tests of modules of your own. */
  get findings(): Judged {
    return judge(this.manifest.lint!, today());
  }

  private lower(): Lowered {
    return (this.lowered ??= lower(collect(this), askedBy(this)));
  }

  /** For `tunnelwright lint`: what is wrong, also where that forbids to write the stack. */
  writeLint(directory: string): void {
    const { manifest, faults } = this.lower();
    writeLint(directory, { stack: this.node.id, faults, lint: manifest.lint! });
  }

  /** Called by cdktf before it writes the stack. */
  override prepareStack(): void {
    const linting = lintDirectory();
    if (linting !== undefined) this.writeLint(linting);
    if (!this.prepared) {
      this.prepared = true;
      this.addTargets();
    }
    super.prepareStack();
  }

  private addTargets(): void {
    const { manifest } = lower(collect(this), askedBy(this));
    if (manifest.targets.length === 0) return;
    const provider = new NullProvider(this, 'tunnelwright');
    const made = new Map<string, Resource>();
    // Two of one id are refused by validation, which comes later.
    for (const target of topological(manifest.targets, idOf, needsOf).ordered) {
      const hash = Lazy.stringValue({
        produce: () => targetDigest(this.manifest.targets.find((t) => t.id === target.id)!),
      });
      if (made.has(target.id)) continue;
      const before = needsOf(target).flatMap((id) => made.get(id) ?? []);
      const resource = new Resource(this, `target-${target.id}`, {
        provider,
        ...(before.length === 0 ? {} : { dependsOn: before }),
        triggers: { desired: hash },
        provisioners: [
          {
            type: 'local-exec',
            command: `npx tunnelwright apply --manifest "\${path.module}" --target ${target.id} --yes`,
          },
        ],
      });
      made.set(target.id, resource);
    }
  }
}

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
  }

  override synth(): void {
    if (this.fault !== undefined) return refuse([this.fault]);
    const stacks = this.node.findAll().filter((node): node is VpnStack => node instanceof VpnStack);
    const linting = lintDirectory();
    if (linting !== undefined) return stacks.forEach((stack) => stack.writeLint(linting));
    const problems = stacks.flatMap((stack) => stack.problems);
    if (problems.length > 0) return refuse(problems);
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
  const words = `${problems.map(showProblem).join('\n')}\n\n${count(problems.length)}, nothing written.\n`;
  process.stderr.write(visible(words));
  process.exitCode = 1;
};

const count = (n: number): string => (n === 1 ? '1 problem' : `${n} problems`);
