import { statSync } from 'node:fs';
import { fail } from '../../kernel/problem';
import { serviceNames, wordsOf, type Service, type ServiceWords } from '../../platforms/services';

/** The options that are given the host of a service, as they are typed. */
const typed = serviceNames.map((name) => `--${wordsOf(name).option}`);
const anyOf = new Intl.ListFormat('en', { type: 'disjunction' }).format(typed);

/** Where a service is asked itself, without a program that declares it: at its host, or in a file that `--save` wrote. */
export interface ServiceOptions extends Readonly<Partial<Record<ServiceWords['option'], string>>> {
  /** What the variables of the login begin with. */
  readonly loginEnv?: string;
  /** Domain of an FMC. Default: Global. */
  readonly domain?: string;
  readonly release?: string;
  readonly lab?: string;
  /** A file for what it answers. */
  readonly save?: string;
}

/** The service that the options name. */
export const serviceIn = (options: ServiceOptions): Service | undefined =>
  serviceNames.find((name) => options[wordsOf(name).option] !== undefined);

/** Whether a file of answers is meant: a directory may be called like the host, as what was imported before. */
export const isFile = (host: string): boolean => statSync(host, { throwIfNoEntry: false })?.isFile() === true;

/** Options that a service of this kind does not take. */
const passedOver = (service: Service): readonly ('domain' | 'release')[] =>
  wordsOf(service).version === undefined ? ['domain', 'release'] : [];

/** Refuses options that would be passed over: they are for a service that is asked at its host. */
export const refuseServiceOptions = (options: ServiceOptions): void => {
  const service = serviceIn(options);
  const isAsked = service !== undefined && !isFile(options[wordsOf(service).option]!);
  const idle = [
    ...(isAsked ? [] : (['domain', 'save'] as const)),
    ...(service === undefined ? [] : passedOver(service)),
  ];
  const given = [...new Set(idle)].flatMap((name) => (options[name] === undefined ? [] : [`--${name}`]));
  if (given.length === 0) return;
  const [where, host] = given.includes('--save') ? ['a service', anyOf] : ['an FMC', '--fmc'];
  fail(
    'import.option',
    given.join(' and '),
    `is for ${where} that is asked itself`,
    `give its host to ${host}, or leave it out`,
  );
};
