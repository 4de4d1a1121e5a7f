/** The packed package in an empty project, its stack in the hands of a real Terraform, its devices simulated. */
import { installed, Project } from './support/project';
import { aChange, aDestroy, apply, destroy, ends, noSecret, plan, replaced } from './support/story';
import { describeNull, describeTerraform, mirror, type Ended, type Variables } from './support/terraform';

const allowed = { TUNNELWRIGHT_ALLOW_DISRUPTION: 'yes' };

/** A text that Terraform wrapped at the width of a terminal. */
const unwrapped = ({ out }: Ended): string => out.replace(/\s+/g, ' ');

describeTerraform('the door of Terraform', () => {
  const folder = installed();
  const project = new Project(folder, 'main.js', 'net');
  const terraform = (words: readonly [string, ...string[]], variables: Variables = {}): Promise<Ended> =>
    project.terraform(words, variables);

  aChange(project);

  test('what drops tunnels is refused in words that help there, for both ends, and is done when allowed', async () => {
    await project.synth({ VPN: 'no' });
    const refused = await terraform(apply);
    expect([refused.code, ends(refused)]).toEqual([1, []]);
    expect(unwrapped(refused)).toContain(
      'This would drop tunnels that are up: pune Tunnel100, delhi Tunnel100. Nothing was changed. To allow it: run Terraform again with TUNNELWRIGHT_ALLOW_DISRUPTION=yes in its environment',
    );
    expect(unwrapped(refused)).not.toContain('--allow-disruption');
    const done = await terraform(apply, allowed);
    expect([done.code, ends(done)]).toEqual([0, ['pune: applied', 'delhi: applied', 'agra: unchanged']]);
  });

  test('a device that leaves the program stays configured, and that is said', async () => {
    await project.synth({ AGRA: 'no' });
    const { code, out } = await terraform(apply);
    expect(code).toBe(0);
    expect(out).toContain('! net/agra: 1 object is ours there, and the program declares it no more: they stay.');
  });

  test('what is changed by hand is not seen by Terraform, but by drift', async () => {
    await project.synth();
    expect((await terraform(apply)).code).toBe(0);
    await project.type('192.0.2.1', 'configure terminal', 'interface Tunnel100', 'description by hand', 'end');
    const drifted = await project.tunnelwright('drift');
    expect([drifted.code, drifted.out]).toEqual([
      2,
      expect.stringMatching(/interface Tunnel100[^]*description by hand/),
    ]);
    expect((await terraform(plan)).code).toBe(0);
    const mended = await terraform([...apply, '-replace=terraform_data.tunnelwright-devices']);
    expect([mended.code, ends(mended)]).toEqual([0, ['pune: applied', 'delhi: unchanged', 'agra: unchanged']]);
  });

  aDestroy(project);

  test('by choice destroy empties the devices; the choice itself removes nothing', async () => {
    await project.synth({ TERRAFORM: '{"destroy":"remove"}' });
    const chosen = await terraform(apply);
    expect([chosen.code, ends(chosen)]).toEqual([0, []]);
    expect((await project.tunnelwright('plan', '--brief')).code).toBe(0);
    const refused = await terraform(destroy);
    expect(unwrapped(refused)).toMatch(
      /would drop tunnels .* run Terraform again with TUNNELWRIGHT_ALLOW_DISRUPTION=yes/,
    );
    expect(refused.code).toBe(1);
    const gone = await terraform(destroy, allowed);
    expect([gone.code, ends(gone)]).toEqual([0, ['pune: destroyed', 'delhi: destroyed', 'agra: destroyed']]);
    expect((await project.tunnelwright('plan', '--brief')).out).toMatch(
      /pune .*: 8 to create, 0 to change, 0 to delete/,
    );
  });

  test('a resource for each device, by choice: only those that change are replaced', async () => {
    const perTarget = '{"per":"target"}';
    await project.synth({ TERRAFORM: perTarget });
    expect((await terraform(apply)).code).toBe(0);
    await project.synth({ TERRAFORM: perTarget, LIFETIME: '14400' });
    const changed = await terraform(apply);
    expect([...replaced(changed)].sort()).toEqual(['tunnelwright-target-delhi', 'tunnelwright-target-pune']);
    expect([...ends(changed)].sort()).toEqual(['delhi: applied', 'pune: applied']);
    expect((await terraform(plan)).code).toBe(0);
    await project.synth({ TERRAFORM: perTarget, LIFETIME: '14400', AGRA: 'no' });
    const left = await terraform(apply);
    expect(left.out).toContain('! net/agra: 1 object is ours there, and the program declares it no more: they stay.');
  });

  noSecret(project);

  const many = new Project(folder, 'many.js', 'many');
  const timed = async (work: () => Promise<Ended>): Promise<{ readonly ran: Ended; readonly seconds: number }> => {
    const begun = performance.now();
    const ran = await work();
    return { ran, seconds: (performance.now() - begun) / 1000 };
  };
  const applied = ({ out }: Ended): number => [...out.matchAll(/\br\d+-\d: applied/g)].length;

  test('forty routers are applied by one run, at about the cost of one apply', async () => {
    await many.synth();
    await many.startLab();
    const plain = await timed(() => many.tunnelwright('apply', '--yes'));
    expect([plain.ran.code, applied(plain.ran)]).toEqual([0, 40]);
    expect((await many.tunnelwright('destroy', '--yes', '--allow-disruption')).code).toBe(0);
    expect((await many.terraform(['init'])).code).toBe(0);
    const byTerraform = await timed(() => many.terraform(apply));
    expect([byTerraform.ran.code, applied(byTerraform.ran)]).toEqual([0, 40]);
    expect(byTerraform.ran.out.match(/Executing:/g)).toHaveLength(1);
    const ratio = (byTerraform.seconds / plain.seconds).toFixed(2);
    process.stdout.write(
      `40 routers: tunnelwright apply ${plain.seconds.toFixed(1)} s, terraform apply ${byTerraform.seconds.toFixed(1)} s, ratio ${ratio}\n`,
    );
  });

  describeNull('null_resource, of the provider hashicorp/null', () => {
    const usual = new Project(folder, 'main.js', 'usual', {
      STACK: 'usual',
      TERRAFORM: '{"resource":"null"}',
      TF_CLI_CONFIG_FILE: mirror(folder),
    });
    aChange(usual);
    aDestroy(usual);
    noSecret(usual);
  });
});
