import { NullProvider } from '@cdktf/provider-null/lib/provider';
import { Resource } from '@cdktf/provider-null/lib/resource';
import { App, DataResource, type LocalExecProvisioner, type TerraformResource, type TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { resolve } from 'node:path';
import { topological } from '../../kernel/graph';
import { sha256 } from '../../kernel/json';
import { keptInVariable } from '../../run/kept-in';
import type { Manifest, ManifestTarget } from '../../run/manifest';
import { provisioner, type Place } from './command';
import { comparedLines, type Lines } from './lines';
import { literals } from './literal';
import type { Door } from './options';

interface Wanted {
  readonly name: string;
  readonly compared?: Lines;
  readonly runs: LocalExecProvisioner;
  readonly after: readonly TerraformResource[];
}
type Add = (wanted: Wanted) => TerraformResource;

/** A target's id as a name of Terraform; what it cannot take is replaced, and told apart by a hash. */
const word = (id: string): string => {
  const plain = id.replace(/[^A-Za-z0-9_-]/g, '-');
  return plain === id ? id : `${plain}-${sha256(id).slice(0, 6)}`;
};

/** Adds resources of one kind, all alike: what is compared makes a new one, and a new one runs its command. */
const adding = (scope: Construct, { resource }: Door): Add => {
  const provider = resource === 'null' ? new NullProvider(scope, 'provider') : undefined;
  return ({ name, compared, runs, after }) => {
    const common = { provisioners: [runs], ...(after.length === 0 ? {} : { dependsOn: [...after] }) };
    const triggers = compared === undefined ? undefined : literals(compared);
    const made: TerraformResource =
      provider === undefined
        ? new DataResource(scope, name, { ...common, ...(triggers && { triggersReplace: triggers }) })
        : new Resource(scope, name, { ...common, provider, ...(triggers && { triggers }) });
    made.overrideLogicalId(name);
    return made;
  };
};

/**
 * What runs when Terraform destroys the stack. It compares nothing, and must not: a replacement destroys too, and would
 * take the tunnels down. So each choice is a resource of its own name, which nothing in a program can replace.
 */
const whenDestroyed = (add: Add, place: Place, { destroy }: Door): TerraformResource =>
  destroy === 'keep'
    ? add({
        name: 'tunnelwright-destroy-keeps-devices',
        runs: provisioner(place, ['destroy', '--keep'], 'destroy'),
        after: [],
      })
    : add({
        name: 'tunnelwright-destroy-empties-devices',
        runs: provisioner(place, ['destroy', '--yes'], 'destroy'),
        after: [],
      });

const perStack = (add: Add, place: Place, compared: ReadonlyMap<string, Lines>, after: TerraformResource): void =>
  void add({
    name: 'tunnelwright-devices',
    compared: Object.assign({}, ...compared.values()) as Lines,
    runs: provisioner(place, ['apply', '--yes']),
    after: [after],
  });

const needsOf = (target: ManifestTarget): readonly string[] => (target.needs ?? []).map((need) => need.target);

/** A resource for each target, and one that notices when a target has left the program: the others do not run then. */
const perTarget = (
  add: Add,
  place: Place,
  { targets }: Manifest,
  compared: ReadonlyMap<string, Lines>,
  after: TerraformResource,
): void => {
  const made = new Map<string, TerraformResource>();
  for (const target of topological(targets, ({ id }) => id, needsOf).ordered) {
    const before = needsOf(target).flatMap((id) => made.get(id) ?? []);
    const runs = provisioner(place, ['apply', '--yes', '--target', target.id]);
    const name = `tunnelwright-target-${word(target.id)}`;
    made.set(target.id, add({ name, compared: compared.get(target.id)!, runs, after: [after, ...before] }));
  }
  const ids = targets.map(({ id }) => id).sort();
  add({
    name: 'tunnelwright-targets',
    compared: Object.fromEntries(ids.map((id) => [id, 'declared'])),
    runs: provisioner(place, ['state', 'undeclared']),
    after: [after, ...made.values()],
  });
};

/** Where Terraform will find what an app writes: not where `synth` lets it write, but where it keeps that. */
const keptIn = (outdir: string): string => {
  const { CDKTF_OUTDIR: thrownAway = '', [keptInVariable]: kept = '' } = process.env;
  return kept !== '' && resolve(outdir) === resolve(thrownAway) ? kept : outdir;
};

/** Where a stack will be, and where its program runs. */
const placeOf = (stack: TerraformStack): Place => {
  const app = App.of(stack);
  const directory = resolve(keptIn(app.outdir), app.manifest.forStack(stack).workingDirectory);
  return { directory, project: process.cwd() };
};

/** Gives Terraform its resources for the devices of a stack. */
export const addResources = (stack: TerraformStack, manifest: Manifest, door: Door): void => {
  if (manifest.targets.length === 0) return;
  const add = adding(new Construct(stack, 'tunnelwright'), door);
  const place = placeOf(stack);
  const last = whenDestroyed(add, place, door);
  const compared = comparedLines(manifest);
  if (door.per === 'stack') perStack(add, place, compared, last);
  else perTarget(add, place, manifest, compared, last);
};
