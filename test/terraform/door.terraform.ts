/** The packed package in an empty project, its stack in the hands of a real Terraform, its devices simulated. */
import { installed, key, Project } from './support/project';
import { describeTerraform, type Ended, type Variables } from './support/terraform';

const apply = ['apply', '-auto-approve'] as const;
const destroy = ['destroy', '-auto-approve'] as const;
const plan = ['plan', '-detailed-exitcode'] as const;
const allowed = { TUNNELWRIGHT_ALLOW_DISRUPTION: 'yes' };

/** What the resources' command said of each target: `pune: applied`. */
const ends = ({ out }: Ended): readonly string[] =>
  [...out.matchAll(/\(local-exec\): (\w+: (?:applied|unchanged|UNKNOWN|destroyed))\b/g)].map(([, words]) => words!);
const replaced = ({ out }: Ended): readonly string[] =>
  [...out.matchAll(/# terraform_data\.(\S+) (?:must|is tainted, so must) be replaced/g)].map(([, name]) => name!);
/** A text that Terraform wrapped at the width of a terminal. */
const unwrapped = ({ out }: Ended): string => out.replace(/\s+/g, ' ');

describeTerraform('the door of Terraform', () => {
  const folder = installed();
  const project = new Project(folder, 'main.js', 'net');
  const said: string[] = [];
  const terraform = async (words: readonly [string, ...string[]], variables: Variables = {}): Promise<Ended> => {
    const ran = await project.terraform(words, variables);
    said.push(ran.out);
    return ran;
  };

  test('init needs no network, apply writes to all devices, and the plan is empty then', async () => {
    await project.synth();
    await project.startLab();
    expect((await terraform(['init'])).code).toBe(0);
    const first = await terraform(apply);
    expect([first.code, ends(first)]).toEqual([0, ['pune: applied', 'delhi: applied', 'agra: applied']]);
    expect((await terraform(plan)).code).toBe(0);
    expect((await project.tunnelwright('verify', '--wait', '10')).out.match(/tunnel Tunnel100: up/g)).toHaveLength(2);
  });

  test('a plan shows the lines that change, and no others of other objects', async () => {
    await project.synth({ LIFETIME: '14400' });
    const { code, out } = await terraform(plan);
    expect(code).toBe(2);
    expect(out.match(/^ +[-+] +lifetime \d+$/gm)?.map((line) => line.trim().replace(/ +/g, ' '))).toEqual([
      '- lifetime 28800',
      '+ lifetime 14400',
      '- lifetime 28800',
      '+ lifetime 14400',
    ]);
    expect(out).not.toMatch(/agra|crypto ikev2 proposal/);
  });

  test('with one device down the others are applied, and the next apply finishes', async () => {
    const plug = project.unplug('192.0.2.2');
    const halfway = await terraform(apply);
    plug();
    expect([halfway.code, ends(halfway)]).toEqual([1, ['pune: applied', 'delhi: UNKNOWN', 'agra: unchanged']]);
    const rest = await terraform(apply);
    expect(replaced(rest)).toEqual(['tunnelwright-devices']);
    expect([rest.code, ends(rest)]).toEqual([0, ['pune: unchanged', 'delhi: applied', 'agra: unchanged']]);
    expect((await terraform(plan)).code).toBe(0);
  });

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

  test('destroy leaves the devices as they are, says so, and apply finds nothing to do', async () => {
    const { code, out } = await terraform(destroy);
    expect(code).toBe(0);
    expect(out).toContain('! pune stays configured: 8 objects are ours there.');
    expect(out).toContain('To remove what is ours from them: tunnelwright destroy --manifest cdktf.out/stacks/net/');
    const again = await terraform(apply);
    expect([again.code, ends(again)]).toEqual([0, ['pune: unchanged', 'delhi: unchanged', 'agra: unchanged']]);
  });

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

  test('no secret is in the state, nor in anything that Terraform printed', () => {
    expect([project.state, ...said].filter((text) => text.includes(key))).toEqual([]);
    expect(project.state).toContain('secret:file:keys/vpn.key');
  });

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
});
