/** How the examples of the reference are written: as functions of what a program has already. scripts/api/examples has them. */
import type * as library from 'tunnelwright';
import type {
  AsaFirewall,
  ClientFiles,
  DuoAccount,
  DuoProxyHost,
  Fmc,
  IosXeRouter,
  IseServer,
  VpnStack,
} from 'tunnelwright';
import type { PlatformId } from '../../lib/model/targets';

/** The device that an example is given, by its platform. A platform that is missing here does not compile. */
export interface Devices extends Readonly<Record<PlatformId, object>> {
  readonly iosxe: IosXeRouter;
  readonly asa: AsaFirewall;
  readonly fmc: Fmc;
  readonly ise: IseServer;
  readonly 'duo-admin': DuoAccount;
  readonly 'duo-proxy': DuoProxyHost;
  readonly folder: ClientFiles;
}

/** A piece of a program. On a page stand its source, and what it writes. */
export type Piece =
  | { readonly on: readonly PlatformId[]; readonly declare: (device: never) => void }
  | { readonly on: 'stack'; readonly declare: (stack: VpnStack) => void }
  | { readonly on: 'program'; readonly declare: () => void };

/** An object of a device: the function is called with a device of each of these platforms, and is what the page shows. */
export const on = <const P extends PlatformId>(
  platforms: P | readonly P[],
  declare: (device: Devices[P]) => void,
): Piece => ({ on: [platforms].flat() as readonly P[], declare });

/** Devices and patterns: what the function adds to a stack. The page shows all that the stack writes. */
export const inStack = (declare: (stack: VpnStack) => void): Piece => ({ on: 'stack', declare });

/** A whole program, that ends with `app.synth()`. */
export const program = (declare: () => void): Piece => ({ on: 'program', declare });

/** Several pieces where the platforms of a construct take different props. */
export type Example = Piece | readonly Piece[];

/** Classes that are exported as types: a base, and what patterns give. */
type TypeOnly =
  | 'DeviceObject'
  | 'RouterEnd'
  | 'AsaEnd'
  | 'FtdEnd'
  | 'FlexHub'
  | 'FlexSpoke'
  | 'FtdHubPart'
  | 'FtdSpokePart'
  | 'DuoSections';

/** Examples by the name of what they show. */
export type Examples = { readonly [Name in keyof typeof library | TypeOnly]?: Example };

export const piecesOf = (example: Example): readonly Piece[] => [example].flat();
