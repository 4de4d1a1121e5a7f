import type { IniStep } from '../../desired/ini/dialect';
import type { IniSection } from '../../desired/ini/section';
import type { TargetSettings } from '../../model/targets';
import { mark } from '../../contract/identity';
import type { Observation } from '../../contract/observation';
import type { Outcome, Ports, Push, Session } from '../../contract/session';
import { contentWith } from './content';
import { normalize } from './normalize';

const windows = {
  file: 'C:\\Program Files\\Duo Security Authentication Proxy\\conf\\authproxy.cfg',
  restart: 'net stop DuoAuthProxy & net start DuoAuthProxy',
};

type Settings = TargetSettings<'duo-proxy'>;

/** The file is written here, to be brought to the machine: what it holds is what is taken to be there. */
export const artifactSession = (
  { id, settings }: { readonly id: string; readonly settings: Settings },
  file: string,
  ports: Ports,
): Session<IniSection, IniStep> => {
  const look = async (scope: readonly IniSection[]): Promise<Observation<IniSection>> => {
    const text = (await ports.files.read(file)) ?? '';
    const wanted = new Map(scope.map((section) => [section.name, section]));
    const live = normalize(text, ports.secrets, { target: id, file }, (name) => wanted.get(name));
    return { live, unfinished: [], warnings: [] };
  };
  const apply = async (push: Push<IniSection, IniStep>): Promise<Outcome> => {
    if (push.changes.every(({ steps }) => steps.length === 0)) return { state: 'applied', problems: [], notes: [] };
    const before = (await ports.files.read(file)) ?? '';
    const { text, problems } = contentWith(before, push.changes, ports.secrets);
    if (problems.length > 0) return { state: 'reverted', problems, notes: [] };
    ports.progress(`writing ${file}`);
    await ports.files.write(file, text, 0o600);
    const lacking = await push.check(await look(push.scope));
    if (lacking.length > 0) {
      await ports.files.write(file, before, 0o600);
      return { state: 'reverted', problems: lacking, notes: [] };
    }
    const note = `${file} holds its secrets: bring it to ${settings.host} as ${windows.file}, then restart the service there: ${windows.restart}`;
    return { state: 'applied', problems: [], notes: [note] };
  };
  return {
    identity: async () => ({ at: file, verified: true, marks: mark('file', 'proof', file) }),
    settle: async () => undefined,
    observe: look,
    apply,
    tunnels: async () => [],
    close: async () => undefined,
  };
};
