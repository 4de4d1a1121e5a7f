import type { Rule } from '../../engine/rule';
import { clock } from './clock';
import { identityInCertificate } from './identity-in-certificate';
import { revocation } from './revocation';
import { serverName } from './server-name';
import { serverUsage } from './server-usage';
import { uncheckedAuthority } from './unchecked-authority';
import { weakCertificate } from './weak-certificate';

export const pkiRules: readonly Rule[] = [
  clock,
  revocation,
  uncheckedAuthority,
  weakCertificate,
  serverName,
  serverUsage,
  identityInCertificate,
];
