import { z } from 'zod';
import type { Answers } from '../../contract/answers';
import type { JsonObject } from '../../kernel/json';
import { boundedJson } from '../../kernel/limits';
import { fail } from '../../kernel/problem';
import { targets } from '../../model/targets';
import { platformOf } from '../../platforms';
import { serviceNames, wordsOf, type Service } from '../../platforms/services';
import { askAnswers } from '../../run/ask-device';
import { readText, writeText } from '../../run/host-io';
import type { TargetJob } from '../../run/target';
import { overlay } from '../lab-overlay';
import { writeError } from '../output/streams';
import { loginOf } from './login-env';
import type { AnsweredService } from './service';
import { isFile, type ServiceOptions } from './service-options';

const json = z.custom<JsonObject[string]>(() => true);
/** What `--save` writes: the answers of one service, by the paths of the requests, without the secrets in them. */
const saved = z.strictObject({
  service: z.enum(serviceNames),
  host: z.string(),
  domainName: z.string().optional(),
  version: z.string().optional(),
  domain: z.string().optional(),
  answers: z.record(z.string(), json),
});

const progress = (target: string, text: string): void => writeError(`${target}: ${text}\n`);

/** Asks a service that is a target. */
export const answeredBy = async (
  work: TargetJob,
  platform: Service,
  known: AnsweredService['known'],
): Promise<AnsweredService> => {
  const answers = await askAnswers(work, { progress });
  if (answers === undefined)
    return fail('import.platform', work.target.id, `${platformOf(platform).title} is not imported`, 'leave it out');
  return { platform, from: known.host, answers, known };
};

const jobAt = (platform: Service, { loginEnv, domain, release, lab, ...options }: ServiceOptions): TargetJob => {
  const { option, version, keys } = wordsOf(platform);
  const host = options[option]!;
  const login = loginOf(loginEnv, option.toUpperCase(), keys);
  // It says itself which version it is; only the settings need one.
  const more = version === undefined ? {} : { [version]: release ?? '7.4', domain };
  const settings = targets[platform].safeParse({ host, login, ...more });
  if (!settings.success)
    return fail(
      'import.host',
      `--${option}`,
      `'${host}': ${settings.error.issues[0]!.message}`,
      'write a name or an address',
    );
  const desired = { items: [], externals: [], secrets: [] };
  const job: TargetJob = {
    stack: 'import',
    target: { id: host, platform, path: host, settings: settings.data, desired },
  };
  return lab === undefined ? job : overlay([job], lab)[0]!;
};

const ofFile = (file: string, { loginEnv, release }: ServiceOptions): AnsweredService => {
  const read = (): unknown => {
    try {
      return boundedJson(readText(file));
    } catch {
      return undefined;
    }
  };
  const parsed = saved.safeParse(read());
  if (!parsed.success)
    return fail(
      'import.answers',
      file,
      'is not a file that import --save wrote',
      'write it with --save, or give a host',
    );
  const { service, host, domainName, version, domain, answers } = parsed.data;
  return {
    platform: service,
    from: file,
    answers: { ...(version === undefined ? {} : { version }), ...(domain === undefined ? {} : { domain }), answers },
    known: {
      host,
      ...(loginEnv === undefined ? {} : { login: loginEnv }),
      ...(release === undefined ? {} : { version: release }),
      ...(domainName === undefined ? {} : { domain: domainName }),
    },
  };
};

const save = (file: string, { platform, known, answers }: AnsweredService): void => {
  const { version, domain, answers: all } = answers satisfies Answers;
  const domainName = known.domain;
  writeText(
    file,
    `${JSON.stringify({ service: platform, host: known.host, domainName, version, domain, answers: all }, undefined, 1)}\n`,
  );
};

/** What a service answers: that at a host, or in a file. */
export const askedService = async (platform: Service, options: ServiceOptions): Promise<AnsweredService> => {
  const { loginEnv, domain, release, save: file } = options;
  const host = options[wordsOf(platform).option]!;
  if (isFile(host)) return ofFile(host, options);
  const found = await answeredBy(jobAt(platform, options), platform, {
    host,
    ...(loginEnv === undefined ? {} : { login: loginEnv }),
    ...(release === undefined ? {} : { version: release }),
    ...(domain === undefined ? {} : { domain }),
  });
  if (file !== undefined) save(file, found);
  return found;
};
