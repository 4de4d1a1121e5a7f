import type { NounOf } from '../model/nouns';
import { secretMarker } from '../model/secret';
import type { Document } from './document';
import { avPair, radiusAttributes, type RadiusAttribute } from './radius-attributes';

/** Texts stand in quotes, addresses and numbers do not. */
const quotedNames: ReadonlySet<string> = new Set([avPair, 'Framed-Pool']);
/** The first of a name is set, further ones are added beside it. */
const lines = (attributes: readonly RadiusAttribute[]): readonly string[] =>
  attributes.map(([name, value], i) => {
    const operator = attributes.slice(0, i).some(([before]) => before === name) ? '+=' : '=';
    return `\t${name} ${operator} ${quotedNames.has(name) ? `'${value}'` : value}${i === attributes.length - 1 ? '' : ','}`;
  });

/**
 * The `users` file. Values stand in single quotes: between double quotes FreeRADIUS replaces what looks like a variable
 * (`%{User-Name}`).
 */
export const radiusAuthorizationDocument = ({ name, entries }: NounOf<'radius-authorization'>): Document => ({
  name,
  quote: 'single',
  text: entries
    .map(({ name: who, password, attributes }) =>
      [`${who}\tCleartext-Password := '${secretMarker(password)}'`, ...lines(radiusAttributes(attributes)), ''].join(
        '\n',
      ),
    )
    .join('\n'),
});
