import { isIpv4, isIpv4Cidr, isIpv6, isIpv6Cidr } from '../../../kernel/ip';
import type { Json } from '../../../kernel/json';
import type { Members, Shape } from './shape';

/** Short words for the shapes of which the collections are made. */
export const line: Shape = { is: 'text' };
export const need: Shape = { is: 'text', required: true };
export const flag = (fallback?: boolean): Shape => ({ is: 'flag', ...(fallback === undefined ? {} : { fallback }) });
export const number = (from: number, to: number, fallback?: number): Shape => ({
  is: 'number',
  from,
  to,
  ...(fallback === undefined ? {} : { fallback }),
});
/** The first word is what the FMC fills in. */
export const word = (fallback: string, ...others: string[]): Shape => ({
  is: 'word',
  words: [fallback, ...others],
  fallback,
});
/** One of these, separated by blanks; nothing is filled in. */
export const oneOf = (words: string, required = false): Shape => ({ is: 'word', words: words.split(' '), required });
export const object = (members: Members, required = false): Shape => ({ is: 'object', members, required });
export const list = (of: Shape, max?: number): Shape => ({ is: 'list', of, ...(max === undefined ? {} : { max }) });
export const atLeastOne = (of: Shape, max?: number): Shape => ({ ...list(of, max), required: true });
export const ref = (...to: string[]): Shape => ({ is: 'ref', to });
/** A reference that is answered with another type than that of what it points to. */
export const refAs = (readType: string, ...to: string[]): Shape => ({ is: 'ref', to, readType });
export const required = (shape: Shape): Shape => ({ ...shape, required: true });
export const secret = (stars: string): Shape => ({ is: 'text', hidden: stars });

/** At most 64 characters and no leading blank (Cisco tech note 215972). */
export const nameShape: Shape = { is: 'text', required: true, max: 64, pattern: /^\S/ };
export const description: Shape = line;
export const crud = ['GET', 'POST', 'PUT', 'DELETE'] as const;

export const zones = ['object/securityzones', 'object/interfacegroups'];
export const addresses = ['object/hosts', 'object/networks', 'object/ranges', 'object/networkgroups', 'object/fqdns'];
export const enrollments = 'object/certenrollments';
export const extendedLists = 'object/extendedaccesslists';

export const isRange = (value: string): boolean => {
  const ends = value.split('-');
  return ends.length === 2 && (ends.every(isIpv4) || ends.every(isIpv6));
};
const fits: Readonly<Record<string, (value: string) => boolean>> = {
  Host: (value) => isIpv4(value) || isIpv6(value),
  Network: (value) => isIpv4Cidr(value) || isIpv6Cidr(value),
  Range: isRange,
};
/** Whether `value` is one of a `Host`, a `Network` or a `Range`. */
export const isAddress = (type: string, value: Json | undefined): boolean =>
  typeof value === 'string' && (fits[type]?.(value) ?? false);
