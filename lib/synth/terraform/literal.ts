/**
 * Text that Terraform takes as it stands: in its JSON every string is a template. The mark of cdktf's own tokens, which
 * it looks for in every string, is broken up by an expression that gives the same text.
 */
export const literal = (text: string): string =>
  text.replace(/[$%](?=\{)/g, (sign) => `${sign}${sign}`).replaceAll('{TfToken[', '{${"TfToken"}[');
