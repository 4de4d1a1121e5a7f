import { everything, knownLines, type KnownLines } from '../../../desired/cli/known-lines';
import { aaa } from './aaa';
import { commands, modes } from './commands';
import { crypto } from './crypto';
import { interfaces } from './interfaces';
import { objects } from './objects';
import { remoteAccess } from './remote-access';

/**
 * Lines of an ASA that no noun covers, by what `inspect` tells them apart from unknown ones. From the Cisco ASA command
 * references (A to H, I to R, S, T to Z), and of releases before 8.4 from the PIX command reference.
 */
export const unmanaged: KnownLines = {
  ...knownLines(commands),
  ...Object.fromEntries(modes.map((mode) => [mode, everything])),
  ...interfaces,
  ...objects,
  ...aaa,
  ...crypto,
  ...remoteAccess,
};
