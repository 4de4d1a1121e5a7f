import type { JsonObject } from '../../../kernel/json';
import type { HttpFaults } from '../../server/faults';
import { startService, type Answer, type Asked, type Service } from '../../server/https';
import { Account, fail } from './account';
import { wrongSignature } from './signature';

export interface DuoOptions {
  /** Default: keys of the lab. */
  readonly integrationKey?: string;
  readonly secretKey?: string;
  readonly port?: number;
  /** Requests a minute; more are refused with 429. Default: 0, no limit. */
  readonly requestsPerMinute?: number;
}

export interface LabDuo extends Service {
  /** Everything of a kind (`/admin/v1/users`) as it is kept, with its id, its keys and the names of what is joined to it. */
  objects(path: string): readonly JsonObject[];
  /** An administrator makes an object in the Admin Panel: its id. */
  touch(path: string, body: object): string;
  edit(path: string, id: string, change: object | undefined): void;
  /** What was sent: the phones' numbers, and the mail addresses of those who enrol. */
  readonly sent: readonly string[];
  /** Bypass codes by user name: those that work, and for how long. */
  readonly codes: Account['codes'];
  /** From now on the answers of Duo Single Sign-On are signed with another certificate (PEM). */
  signWith(certificate: string): void;
  faults: HttpFaults;
}

export const labKeys = {
  integrationKey: 'DILABLABLABLABLABLAB',
  secretKey: 'LabSecretKeyLabSecretKeyLabSecretKeyLab0',
};

/** The name of the account's API, which every request is signed for. */
const accountHost = 'api-lab.duosecurity.com';
/** Who comes by address signs for that. */
const calledBy = ({ headers }: Asked): string => (headers.host?.startsWith('127.0.0.1') ? '127.0.0.1' : accountHost);

/** So many requests a minute and no more; 0: no limit. */
const limiter = (most: number): ((now: number) => Answer | undefined) => {
  let recent: number[] = [];
  return (now) => {
    recent = [...recent.filter((at) => at > now - 60_000), now];
    return most > 0 && recent.length > most ? fail(429, 42901, 'Too Many Requests') : undefined;
  };
};

/** A Duo account on 127.0.0.1: every request must be signed, and no more may come in a minute than are allowed. */
export const startDuo = async (options: DuoOptions = {}): Promise<LabDuo> => {
  const keys = { ...labKeys, ...options };
  const account = new Account();
  const tooMany = limiter(options.requestsPerMinute ?? 0);
  const service = await startService({
    authority: 'Lab Duo CA',
    names: [accountHost],
    port: options.port ?? 0,
    faults: () => lab.faults,
    saying: (text) => ({ stat: 'FAIL', code: 50000, message: text }),
    answer: (asked) => {
      const now = Date.now();
      const refused = tooMany(now);
      if (refused) return refused;
      const wrong = wrongSignature(asked, { ...keys, host: calledBy(asked) }, now);
      return wrong === undefined ? account.answer(asked) : fail(401, wrong[0], wrong[1]);
    },
  });
  account.signing = service.ca;
  const lab: LabDuo = {
    ...service,
    objects: (path) => account.objects(path),
    touch: (path, body) => account.touch(path, body),
    edit: (path, id, change) => account.edit(path, id, change),
    sent: account.sent,
    codes: account.codes,
    signWith: (certificate) => {
      account.signing = certificate;
    },
    faults: {},
  };
  return lab;
};
