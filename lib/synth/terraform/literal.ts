import { Token, type IResolvable } from 'cdktf';

/**
 * Text that Terraform takes as it stands: in its JSON every string is a template. The mark of cdktf's own tokens, which
 * it looks for in every string, is broken up by an expression that gives the same text.
 */
export const literal = (text: string): string =>
  text.replace(/[$%](?=\{)/g, (sign) => `${sign}${sign}`).replaceAll('{TfToken[', '{${"TfToken"}[');

/**
 * Entries of literal text for cdktf, which would search each of them three times: when it prepares a stack for values of
 * others, when it makes a resource, and in all that it writes. There is none in them, so once is enough.
 */
export const literals = (lines: Readonly<Record<string, string>>): Record<string, string> => {
  const entries = Object.fromEntries(Object.entries(lines).map(([key, text]) => [literal(key), literal(text)]));
  const made: IResolvable = {
    creationStack: [],
    resolve: (context) => context.registerPostProcessor({ postProcess: () => entries }),
    toString: () => 'the desired state of devices',
  };
  return Token.asStringMap(made);
};
