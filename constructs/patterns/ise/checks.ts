import { isIpv4 } from '../../../lib/kernel/ip';
import type { Violation } from '../../core/checks';
import type { IseAccessProps } from './props';

/** Somebody asks, somebody is let in, and each name stands once. */
export const violationsOf = ({ callers, users }: IseAccessProps): readonly Violation[] => {
  const names = users.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  return [
    ...(callers.length === 0 ? [['ise.callers', 'write at least one address that asks ISE'] as const] : []),
    ...callers
      .filter((address) => !isIpv4(address))
      .map((address) => ['ise.callers', `'${address}' is not a valid IPv4 address. Example: 192.0.2.1`] as const),
    ...(users.length === 0 ? [['ise.users', 'write at least one: nobody would be let in'] as const] : []),
    ...(twice === undefined
      ? []
      : [['ise.users', `two of them are called '${twice}': give one another name`] as const]),
  ];
};
