/** A part of a distinguished name: `['cn', 'edge.example.net']`. The attribute in lower case. */
export type NamePart = readonly [attribute: string, value: string];

/** What stands between commas that separate: not those after a backslash, nor within quotes (RFC 4514 section 2.4, RFC 2253). */
const pieces = (name: string): readonly string[] => {
  const found = [''];
  let isQuoted = false;
  for (const sign of name.match(/\\.|[^]/g) ?? []) {
    if (sign === '"') isQuoted = !isQuoted;
    if (sign === ',' && !isQuoted) found.push('');
    else found[found.length - 1] += sign;
  }
  return found;
};

/** A value as it is meant, without the signs that protect what is in it. */
const meant = (value: string): string => {
  const quoted = /^"(.*)"$/.exec(value)?.[1] ?? value;
  return quoted.replace(/\\(.)/g, '$1');
};

/** The parts of a distinguished name as text, in its order: `cn=edge, o=Example\, Inc.`. */
export const nameParts = (name: string): readonly NamePart[] =>
  pieces(name).map((piece) => {
    const [attribute = '', ...value] = piece.split('=');
    return [attribute.trim().toLowerCase(), meant(value.join('=').trim())];
  });

/** One part as text. */
export const writtenPart = ([attribute, value]: NamePart): string => `${attribute}=${value.replace(/[\\",]/g, '\\$&')}`;
