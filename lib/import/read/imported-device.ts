import type { DeviceObjects } from './declare';
import { quoted } from '../text/source-text';

/** Props of a construct that are secrets of its login, and the ends of the names of their variables. */
export type LoginKeys = Readonly<Record<string, string>>;

/** A device of which a program is written. */
export interface ImportedDevice {
  /** Its id in the stack, and the name of its file. */
  readonly id: string;
  /** Its variable. */
  readonly variable: string;
  readonly className: string;
  /** What its construct is given besides its login: its host and its release. */
  readonly settings: Readonly<Record<string, string>>;
  /** How it is reached, where that may be wrong. */
  readonly hint?: string;
  /** Where its login is read from: `EDGE` for `EDGE_USERNAME` and `EDGE_PASSWORD`. */
  readonly login: string;
  /** How its construct is given that, where it has no `login`. */
  readonly keys?: LoginKeys;
  /** What a service has by itself, which is not declared, in words. */
  readonly given?: readonly string[];
  /** What was read: the name of a file, or a host. */
  readonly file: string;
  readonly objects: DeviceObjects;
  /** How many lines stay that no object has. */
  readonly otherLines: number;
}

/** The environment variables of a login. */
export const loginVariables = ({ login, keys }: Pick<ImportedDevice, 'login' | 'keys'>): readonly string[] =>
  Object.values(keys ?? { username: 'USERNAME', password: 'PASSWORD' }).map((end) => `${login}_${end}`);

/** What a construct is given of it, as a program writes it. */
export const loginText = ({ login, keys }: Pick<ImportedDevice, 'login' | 'keys'>): readonly string[] =>
  keys === undefined
    ? [`login: Login.fromEnv(${quoted(login)})`]
    : Object.entries(keys).map(([prop, end]) => `${prop}: Secret.fromEnv(${quoted(`${login}_${end}`)})`);
