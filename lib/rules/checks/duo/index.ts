import type { Rule } from '../../engine/rule';
import { eapToDirectory } from './eap-to-directory';
import { failmode } from './failmode';
import { ineffective } from './ineffective';
import { noClient } from './no-client';
import { otherSecret } from './other-secret';
import { passThrough } from './pass-through';
import { portTwice } from './port-twice';
import { pushTimeout } from './push-timeout';
import { unlistedCaller } from './unlisted-caller';

export const duoRules: readonly Rule[] = [
  portTwice,
  noClient,
  passThrough,
  eapToDirectory,
  failmode,
  pushTimeout,
  unlistedCaller,
  otherSecret,
  ineffective,
];
