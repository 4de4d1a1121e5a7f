import { advised } from '../../kernel/advised';
import type { Dialect } from '../../desired/item';
import { fail } from '../../kernel/problem';

/** Whether a remembered object can be compared and taken away: a hand or a merge may have left a part of it. */
export const isRemembered = (dialect: Dialect<unknown, unknown>, content: unknown): boolean => {
  try {
    dialect.differences(undefined, content);
    dialect.steps(content, undefined);
    return typeof dialect.identity(content) === 'string';
  } catch {
    return false;
  }
};

/** Throws where an object of a ledger is not whole. */
export const demandContent = (
  dialect: Dialect<unknown, unknown>,
  target: string,
  entries: readonly { readonly address: string; readonly content: unknown }[],
): void => {
  const broken = entries.find(({ content }) => !isRemembered(dialect, content));
  if (broken !== undefined)
    fail(
      'ledger.corrupt',
      target,
      `the ledger cannot be read: what it says of ${broken.address} is not whole. Nothing was changed`,
      `restore it from a backup or from version control; or forget the object with ${advised('state', 'rm', 'TARGET', 'ADDRESS')}`,
    );
};
