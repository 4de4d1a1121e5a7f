import { isIpv4, isIpv4Cidr } from '../../kernel/ip';
import { isRef, type Ref } from '../../model/noun';

type Props = Readonly<Record<string, unknown>>;

/**
 * The networks of an end of an access list, each with its length: objects and groups by what they hold. Undefined where one
 * of them is no network: a range, a wildcard, `any`, or what is not read.
 */
export const networksOf = (end: unknown, propsOf: (to: Ref) => Props | undefined): readonly string[] | undefined => {
  if (typeof end === 'string') return isIpv4Cidr(end) ? [end] : isIpv4(end) ? [`${end}/32`] : undefined;
  if (!isRef(end)) return undefined;
  const { value, members = [value] } = propsOf(end) ?? {};
  const all = (members as readonly unknown[]).map((member) => networksOf(member, propsOf));
  return all.every((each) => each !== undefined) ? all.flat() : undefined;
};
