import { createHash, timingSafeEqual } from 'node:crypto';
import { utils, type AuthContext, type ParsedKey } from 'ssh2';

/** Who may log in to a simulated device. */
export interface LoginOptions {
  /** Default: lab. */
  readonly username?: string | undefined;
  /** Default: lab-password. */
  readonly password?: string | undefined;
  /** Public keys in OpenSSH form. */
  readonly authorizedKeys?: readonly string[] | undefined;
}

const same = (a: string, b: string): boolean => {
  const [first, second] = [a, b].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(first, second);
};

const parsed = (text: string): readonly ParsedKey[] => {
  const key = utils.parseKey(text);
  if (key instanceof Error) throw new Error(`authorizedKeys: ${key.message}`);
  return [key].flat();
};

/** Judges one login attempt: password, keyboard-interactive or public key. */
export const loginOf = (options: LoginOptions): ((context: AuthContext, refuse: boolean) => void) => {
  const user = options.username ?? 'lab';
  const password = options.password ?? 'lab-password';
  const keys = (options.authorizedKeys ?? []).flatMap(parsed);
  const methods: ('publickey' | 'keyboard-interactive' | 'password')[] = [
    'publickey',
    'keyboard-interactive',
    'password',
  ];
  return (context, refuse) => {
    const reject = (): void => context.reject(methods);
    const judge = (good: boolean): void => (good ? context.accept() : reject());
    if (refuse || context.username !== user) return reject();
    switch (context.method) {
      case 'password':
        return judge(same(context.password, password));
      case 'keyboard-interactive':
        context.prompt([{ prompt: 'Password: ', echo: false }], (answers) => judge(same(answers[0] ?? '', password)));
        return;
      case 'publickey': {
        const known = keys.find((key) => key.getPublicSSH().equals(context.key.data));
        if (known === undefined) return reject();
        if (context.signature === undefined || context.blob === undefined) return judge(true);
        return judge(known.verify(context.blob, context.signature, context.hashAlgo) === true);
      }
      default:
        return reject();
    }
  };
};
