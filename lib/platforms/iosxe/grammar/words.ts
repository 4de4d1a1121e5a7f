import { either, mapped, present, refTo, secret, sequence, word, type Words } from '../../../desired/cli/words';
import { canonicalIpv6, isIpv6 } from '../../../kernel/ip';
import type { Ref } from '../../../model/noun';
import { interfaceName } from './interface-name';

export { byName, nothing, numberOf } from '../../../desired/cli/plain-words';

const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * The name of something that may be declared here or not: a construct or its name. What is read is the
 * name, so that nothing is asked for that is not declared.
 */
export const nameOrRef = <K extends string>(spelling: (text: string) => string = String): Words<string | Ref<K>> => ({
  print: (value) => [spelling(isText(value) ? value : value.name)],
  read: (words, at) => {
    const text = words[at];
    return text === undefined ? { miss: 'incomplete', at } : { value: spelling(text), next: at + 1 };
  },
});
/** The declared construct, or something else by its text. */
export const refOrText = <K extends string>(kind: K, text: Words<string>): Words<Ref<K> | string> =>
  either<Ref<K>, string>(refTo(kind), (value): value is Ref<K> => !isText(value), text);

export const vrf = nameOrRef<'vrf'>();
export const port = nameOrRef<'loopback-interface' | 'tunnel-interface'>(interfaceName);

/** An address of either family. */
export { anyAddress } from '../../../desired/cli/words';

const oneSpelling = (text: string): string => (isIpv6(text) ? canonicalIpv6(text) : text);
/** An address of either family or a name: devices print IPv6 in capitals. */
export const host = word(oneSpelling, oneSpelling);

/** A fixed word with an object that holds nothing besides its tag. */
export const bare = (words: Words<unknown>): Words<never> =>
  mapped(
    words,
    () => ({}) as never,
    () => undefined,
  );

/** Text that may be anything but what begins so: a key is not read as text. */
export const except = (words: Words<string>, ...heads: readonly string[]): Words<string> => ({
  ...words,
  read: (all, at) => (heads.includes(all[at]?.toLowerCase() ?? '') ? { miss: 'invalid', at } : words.read(all, at)),
});

/** A key behind `hex` where it is written in hexadecimal. */
export const hexKey = sequence<{ hex?: true; key: never }>({ hex: present('hex'), key: secret as never }, ['hex']);
