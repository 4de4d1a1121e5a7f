/** The way of a change through Terraform, the same by both kinds of resource. */
import { key, type Project } from './project';
import type { Ended } from './terraform';

export const apply = ['apply', '-auto-approve'] as const;
export const destroy = ['destroy', '-auto-approve'] as const;
export const plan = ['plan', '-detailed-exitcode'] as const;

/** What the resources' command said of each target: `pune: applied`. */
export const ends = ({ out }: Ended): readonly string[] =>
  [...out.matchAll(/\(local-exec\): (\w+: (?:applied|unchanged|UNKNOWN|destroyed))\b/g)].map(([, words]) => words!);
export const replaced = ({ out }: Ended): readonly string[] =>
  [...out.matchAll(/# (?:terraform_data|null_resource)\.(\S+) (?:must|is tainted, so must) be replaced/g)].map(
    ([, name]) => name!,
  );

/** From an empty state to a change that a dead device cut short. */
export const aChange = (project: Project): void => {
  test('apply writes to all devices, and the plan is empty then', async () => {
    await project.synth();
    await project.startLab();
    expect((await project.terraform(['init'])).code).toBe(0);
    const first = await project.terraform(apply);
    expect([first.code, ends(first)]).toEqual([0, ['pune: applied', 'delhi: applied', 'agra: applied']]);
    expect((await project.terraform(plan)).code).toBe(0);
    expect((await project.tunnelwright('verify', '--wait', '10')).out.match(/tunnel Tunnel100: up/g)).toHaveLength(2);
  });

  test('a plan shows the lines that change, and no others of other objects', async () => {
    await project.synth({ LIFETIME: '14400' });
    const { code, out } = await project.terraform(plan);
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
    const halfway = await project.terraform(apply);
    plug();
    expect([halfway.code, ends(halfway)]).toEqual([1, ['pune: applied', 'delhi: UNKNOWN', 'agra: unchanged']]);
    const rest = await project.terraform(apply);
    expect(replaced(rest)).toEqual(['tunnelwright-devices']);
    expect([rest.code, ends(rest)]).toEqual([0, ['pune: unchanged', 'delhi: applied', 'agra: unchanged']]);
    expect((await project.terraform(plan)).code).toBe(0);
  });
};

/** Destroying the resources, and applying again. */
export const aDestroy = (project: Project): void => {
  test('destroy leaves the devices as they are, says so, and apply finds nothing to do', async () => {
    const { code, out } = await project.terraform(destroy);
    expect(code).toBe(0);
    expect(out).toContain('! pune stays configured: 8 objects are ours there.');
    expect(out).toContain('To remove what is ours from them: tunnelwright destroy --manifest cdktf.out/stacks/');
    const again = await project.terraform(apply);
    expect([again.code, ends(again)]).toEqual([0, ['pune: unchanged', 'delhi: unchanged', 'agra: unchanged']]);
  });
};

/** All that was printed, and the state after it. */
export const noSecret = (project: Project): void => {
  test('no secret is in the state, nor in anything that Terraform printed', () => {
    expect([project.state, ...project.printed].filter((text) => text.includes(key))).toEqual([]);
    expect(project.state).toContain('secret:file:keys/vpn.key');
    expect(project.state).toContain('crypto ikev2 profile');
  });
};
