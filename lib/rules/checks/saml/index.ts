import type { Rule } from '../../engine/rule';
import { inClear } from './in-clear';
import { otherService } from './other-service';
import { secondLogin } from './second-login';
import { withoutTls } from './without-tls';

export const samlRules: readonly Rule[] = [otherService, withoutTls, inClear, secondLogin];
