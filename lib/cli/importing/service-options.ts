import { statSync } from 'node:fs';
import { fail } from '../../kernel/problem';
import { serviceNames, type Service } from './service';

/** Where a service is asked itself, without a program that declares it: at its host, or in a file that `--save` wrote. */
export interface ServiceOptions extends Readonly<Partial<Record<Service, string>>> {
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
  serviceNames.find((name) => options[name] !== undefined);

/** Whether a file of answers is meant: a directory may be called like the host, as what was imported before. */
export const isFile = (host: string): boolean => statSync(host, { throwIfNoEntry: false })?.isFile() === true;

/** Refuses options that would be passed over: they are for a service that is asked at its host. */
export const refuseServiceOptions = (options: ServiceOptions): void => {
  const service = serviceIn(options);
  if (service !== undefined && !isFile(options[service]!)) return;
  const given = (['domain', 'save'] as const).flatMap((name) => (options[name] === undefined ? [] : [`--${name}`]));
  if (given.length > 0)
    fail(
      'import.option',
      given.join(' and '),
      'is for an FMC that is asked itself',
      'give its host to --fmc, or leave it out',
    );
};
