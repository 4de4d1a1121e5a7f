import type { Rule } from '../../engine/rule';
import { sslOpen } from './ssl-open';
import { sslPort } from './ssl-port';
import { windowsCipher } from './windows-cipher';
import { windowsIdentity } from './windows-identity';
import { windowsSplitTunnel } from './windows-split-tunnel';

export const remoteAccessRules: readonly Rule[] = [
  windowsCipher,
  windowsSplitTunnel,
  sslPort,
  sslOpen,
  windowsIdentity,
];
