import type { Rule } from '../../engine/rule';
import { clientImage } from './client-image';
import { ikev1Only } from './ikev1-only';
import { localUsers } from './local-users';
import { sslOpen } from './ssl-open';
import { sslPort } from './ssl-port';
import { tlsCertificate } from './tls-certificate';
import { windowsCipher } from './windows-cipher';
import { windowsIdentity } from './windows-identity';
import { windowsSplitTunnel } from './windows-split-tunnel';
import { withoutPool } from './without-pool';

export const remoteAccessRules: readonly Rule[] = [
  windowsCipher,
  windowsSplitTunnel,
  sslPort,
  sslOpen,
  windowsIdentity,
  clientImage,
  withoutPool,
  ikev1Only,
  tlsCertificate,
  localUsers,
];
