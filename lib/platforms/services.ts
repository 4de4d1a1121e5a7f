import type { PlatformId } from '../model/targets';

/** What is said of a service of which programs are imported, before its platform is loaded. */
export interface ServiceWords {
  /** The option that is given its host: `--fmc`. */
  readonly option: 'fmc' | 'ise' | 'duo';
  readonly className: string;
  /** What one is called whose host is no name. Default: the first word of the host. */
  readonly id?: string;
  /** How its settings call the version, where they have one. */
  readonly version?: string;
  /** Props of its construct that are the login, and the ends of the names of their variables. Default: one, `login`. */
  readonly keys?: Readonly<Record<string, string>>;
}

const services = {
  fmc: { option: 'fmc', className: 'Fmc', version: 'version' },
  ise: { option: 'ise', className: 'IseServer' },
  'duo-admin': {
    option: 'duo',
    className: 'DuoAccount',
    id: 'duo',
    keys: { integrationKey: 'IKEY', secretKey: 'SKEY' },
  },
} as const satisfies Readonly<Partial<Record<PlatformId, ServiceWords>>>;

export type Service = keyof typeof services;
export const serviceNames = Object.keys(services) as readonly Service[] as readonly [Service, ...Service[]];
export const wordsOf = (service: Service): ServiceWords => services[service];
export const isService = (id: PlatformId): id is Service => id in services;
