import type { Violation } from '../../core/checks';
import type { IseAccessProps } from './props';

/** Somebody is let in. */
export const violationsOf = ({ users }: IseAccessProps): readonly Violation[] =>
  users.length === 0 ? [['ise.users', 'write at least one: nobody would be let in']] : [];
