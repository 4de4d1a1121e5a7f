import { plural } from '../../kernel/plural';
import { fail } from '../../kernel/problem';
import { platformOf } from '../../platforms';
import { askBypassCodes } from '../../run/ask-device';
import type { TargetJob } from '../../run/target';
import type { CommonOptions } from '../options';
import { exit, say } from '../output/report';
import { writeError } from '../output/streams';
import { worksOf } from '../source';

export interface BypassOptions extends Pick<CommonOptions, 'app' | 'manifest' | 'target' | 'lab'> {
  readonly count: string;
  readonly valid: string;
}

const wholeIn = (option: string, text: string, most: number): number => {
  const value = /^\d+$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most
    ? value
    : fail('option.number', option, `'${text}' is not a number from 1 to ${most}`, `write one: ${option} 1`);
};

/** The one target whose users these are. */
const accountIn = (works: readonly TargetJob[]): TargetJob => {
  const accounts = works.filter(({ target }) => platformOf(target.platform).bypass);
  const [account] = accounts;
  if (account === undefined)
    return fail('bypass.target', '--target', 'there is no Duo account among the targets', 'declare a DuoAccount');
  if (accounts.length === 1) return account;
  const ids = accounts.map(({ target }) => target.id).join(', ');
  return fail('bypass.target', '--target', `there are several accounts: ${ids}`, 'name the one that the user is of');
};

/** Prints codes with which a user logs in without a phone: once, on standard output. They are kept nowhere. */
export const bypassCommand = async (user: string, options: BypassOptions): Promise<number> => {
  const [count, minutes] = [wholeIn('--count', options.count, 10), wholeIn('--valid', options.valid, 10_080)];
  const work = accountIn(await worksOf(options));
  const progress = (target: string, text: string): void => writeError(`${target}: ${text}\n`);
  const codes = await askBypassCodes(work, user, { count, validSeconds: minutes * 60 }, { progress });
  if (codes === undefined)
    return fail('bypass.user', work.target.id, `Duo has no user ${user}`, 'write the user name as it is in Duo');
  writeError(
    `${plural(codes.length, 'code')} for ${user}, each for one login within ${plural(minutes, 'minute')}. Earlier ones have ended; these are shown once and kept nowhere.\n`,
  );
  say(...codes);
  return exit.clean;
};
