import { outsideBody, field, same, type RestGrammar, type Wire, type Written } from '../../../desired/rest/grammar';
import type { JsonObject } from '../../../kernel/json';
import type { NounOf } from '../../../model/nouns';
import { idsOf, lowerCase } from './words';

const text = same<string>();
const noText = { absent: '' } as const;

/** Admin API: `/admin/v1/groups`. */
export const group: RestGrammar<NounOf<'duo-group'>> = {
  form: 'object',
  collection: 'admin/v1/groups',
  key: 'groups',
  type: 'group',
  fixed: () => ({}),
  updates: 'POST',
  fields: { description: field('desc', text, noText) },
};

type PhoneType = NounOf<'duo-phone'>['type'];
const spelling = lowerCase<PhoneType>();
const smartphone = 'generic smartphone';
/** The platform is sent with a new mobile phone and never again: Duo Mobile makes of it what the phone is. */
const type: Written<PhoneType> = {
  form: 'written',
  leaves: [
    { part: '', at: 'type', canonical: spelling.canonical! },
    { part: '', at: 'platform', canonical: () => smartphone, changesOnly: true, compareIfDeclared: true },
  ],
  write: (value) => [value, value === 'mobile' ? smartphone : undefined],
  read: ([value]) => (value === undefined ? undefined : spelling.from(value)),
};

/** Admin API: `/admin/v1/phones`, known by the number. */
export const phone: RestGrammar<NounOf<'duo-phone'>> = {
  form: 'object',
  collection: 'admin/v1/phones',
  key: 'phones',
  type: 'phone',
  nameOf: (body) => String(body['number']),
  fixed: (noun) => ({
    '': { number: noun.number },
    ...(noun.activation === undefined
      ? {}
      : {
          activation: {
            valid_secs: String(noun.activation.validSeconds),
            install: noun.activation.install ? '1' : '0',
          },
        }),
  }),
  updates: 'POST',
  fields: {
    number: outsideBody,
    label: field('name', text, noText),
    type,
    activation: outsideBody,
  },
};

const encoded = (names: readonly string[]): string =>
  names.map((name, i) => `alias${i + 1}=${encodeURIComponent(name)}`).join('&');
/** Sent as pairs in one text, `alias1=…&alias2=…`, and answered as an object of them. */
const aliases: Wire<string[]> = {
  to: encoded,
  from: (json) => [...new URLSearchParams(String(json)).values()],
  canonical: (json) => {
    if (typeof json === 'string') return json;
    const pairs = Object.entries((json ?? {}) as JsonObject).filter(
      ([, name]) => typeof name === 'string' && name !== '',
    );
    return encoded(pairs.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => String(name)));
  },
};

/**
 * Admin API: `/admin/v1/users`. Duo locks a user out by itself: that is not a change of the status that is declared, and is
 * not taken back.
 */
export const user: RestGrammar<NounOf<'duo-user'>> = {
  form: 'object',
  collection: 'admin/v1/users',
  key: 'users',
  type: 'user',
  nameOf: (body) => String(body['username']),
  fixed: ({ name, email, enrollment }) => ({
    '': { username: name },
    ...(enrollment === undefined
      ? {}
      : {
          enrollment: {
            username: name,
            email: enrollment.email ?? email ?? '',
            valid_secs: String(enrollment.validSeconds),
          },
        }),
  }),
  updates: 'POST',
  fields: {
    realname: field('realname', text, noText),
    email: field('email', text, noText),
    aliases: field('aliases', aliases, { compareIfDeclared: true }),
    status: field('status', lowerCase<'active' | 'bypass' | 'disabled'>({ 'locked out': 'active' })),
    notes: field('notes', text, noText),
    groups: field('group_id', idsOf('duo-group'), { part: 'groups', joined: true, absent: [] }),
    enrollment: outsideBody,
    phones: field('phone_id', idsOf('duo-phone'), { part: 'phones', joined: true, absent: [] }),
  },
};
