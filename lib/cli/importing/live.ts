import { loginVariables, type LoginKeys } from '../../import/read/imported-device';
import { upperCase } from '../../import/text/naming';
import { defined } from '../../kernel/defined';
import { fail } from '../../kernel/problem';
import type { LoginProps } from '../../model/targets';
import { targets } from '../../model/targets';
import { platformNames, platformOf } from '../../platforms';
import { isService, wordsOf, type Service } from '../../platforms/services';
import { askConfiguration } from '../../run/ask-device';
import type { TargetJob } from '../../run/target';
import { inspectedText } from '../configuration-file';
import { overlay } from '../lab-overlay';
import type { CommonOptions } from '../options';
import { writeError } from '../output/streams';
import { chosen, manifestsOf } from '../source';
import { answeredBy, askedService } from './ask-service';
import { loginOf } from './login-env';
import type { AnsweredService } from './service';
import { serviceIn, type ServiceOptions } from './service-options';
import { isImportable, type Configuration, type Importable } from './reading';

/** Where devices are asked themselves. */
export interface LiveOptions extends Pick<CommonOptions, 'app' | 'manifest' | 'target' | 'lab'>, ServiceOptions {
  readonly platform?: string;
  readonly host?: string;
  /** What the variables of the login begin with: `EDGE` for `EDGE_USERNAME` and `EDGE_PASSWORD`. */
  readonly loginEnv?: string;
  readonly release?: string;
}

/** What is imported: the configuration of a device, or what a service answered. */
export type Source = Configuration | AnsweredService;

/** A release for a device that is asked for it: only the settings need one. */
const unasked: Readonly<Record<Importable, string>> = { iosxe: '17.9', asa: '9.18' };

/** The device at an address, without a program that declares it. */
const jobAt = ({ host, loginEnv, platform: name, release, lab }: LiveOptions): TargetJob => {
  const platform = platformNames().get(name ?? '')?.id;
  if (platform === undefined || !isImportable(platform))
    return fail(
      'import.platform',
      '--platform',
      `'${name ?? ''}' is no platform that is asked over SSH`,
      'write ios-xe or asa',
    );
  const login = loginOf(loginEnv, 'EDGE');
  const settings = targets[platform].safeParse({ host, release: release ?? unasked[platform], login });
  if (!settings.success)
    return fail(
      'import.host',
      '--host',
      `'${host!}': ${settings.error.issues[0]!.message}`,
      'write a name or an address',
    );
  const desired = { items: [], externals: [], secrets: [] };
  const target = { id: host!, platform, path: host!, settings: settings.data, desired };
  const job: TargetJob = { stack: 'import', target };
  return lab === undefined ? job : overlay([job], lab)[0]!;
};

/** `EDGE`, where a login is read of `EDGE_USERNAME`. */
const loginNameOf = ({ username }: LoginProps, id: string, keys?: LoginKeys): string => {
  const variable = typeof username !== 'string' && username.secret === 'env' ? username.name : '';
  const [end] = loginVariables({ login: '', ...(keys === undefined ? {} : { keys }) }) as [string];
  return variable.endsWith(end) ? variable.slice(0, -end.length) : upperCase(id);
};

interface ServiceSettings {
  readonly host: string;
  readonly login: LoginProps;
  readonly version?: string;
  readonly domain?: string;
}
/** What a program says of a service. */
const knownOf = ({ id, platform, settings }: TargetJob['target']): AnsweredService['known'] => {
  const { host, login, version, domain } = settings as ServiceSettings;
  const { keys } = wordsOf(platform as Service);
  return defined({ id, host, version, domain, login: loginNameOf(login, id, keys) });
};

const progress = (target: string, text: string): void => writeError(`${target}: ${text}\n`);

type Known = NonNullable<Configuration['known']>;

const configurationOf = async (work: TargetJob, known: Known): Promise<Configuration> => {
  const { platform, id } = work.target;
  const text = await askConfiguration(work, { progress });
  if (text === undefined)
    return fail('import.platform', id, `${platformOf(platform).title} has no configuration as text`, 'leave it out');
  return { from: known.host, platform, text, ...inspectedText(id, text, platformOf(platform)), known };
};

/** The targets of a program, which are asked for their configurations one after the other. */
const ofProgram = async (options: LiveOptions): Promise<readonly Source[]> => {
  const manifests = await manifestsOf(options);
  const { lab: _lab, ...outside } = options;
  const declared = new Map(chosen(manifests, outside).map(({ target }) => [target.id, target]));
  const found: Source[] = [];
  for (const work of chosen(manifests, options)) {
    const { id, platform, settings } = declared.get(work.target.id)!;
    if ('release' in settings) {
      const { host, release, login } = settings;
      found.push(await configurationOf(work, { id, host, release, login: loginNameOf(login, id) }));
    } else if (isService(platform))
      found.push(await answeredBy(work, platform, knownOf(declared.get(work.target.id)!)));
    else
      return fail('import.platform', id, `${platformOf(platform).title} is not imported`, 'name others with --target');
  }
  return found;
};

/** What devices say themselves: that at `--host`, or the targets of a program. */
export const liveConfigurations = async (options: LiveOptions): Promise<readonly Source[]> => {
  const { host, loginEnv, release } = options;
  const service = serviceIn(options);
  if (service !== undefined) return [await askedService(service, options)];
  if (host === undefined) return ofProgram(options);
  return [
    await configurationOf(jobAt(options), { host, login: loginEnv!, ...(release === undefined ? {} : { release }) }),
  ];
};
