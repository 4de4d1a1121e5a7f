import { X509Certificate } from 'node:crypto';
import { keyOf } from '../../engine/rest/read';
import type { RestObject } from '../../desired/rest/object';
import type { Json, JsonObject } from '../../kernel/json';
import { fail } from '../../kernel/problem';
import type { DuoClient } from './client';
import { samlApplication } from './grammar/applications';
import { foundIn, isOfSort } from './normalize';

const isWhole = (secret: unknown): secret is string => typeof secret === 'string' && /^[A-Za-z0-9]{40}$/.test(secret);

/** Where the application is shown without its secret key, or with stars in place of it, the key is asked for by itself. */
const secretKeyOf = async (client: DuoClient, path: string, integrationKey: string): Promise<string | undefined> => {
  const { secret_key: whole } = await client.get(path);
  if (isWhole(whole)) return whole;
  const { secret_key: alone } = await client.get(`/admin/v1/integrations/${integrationKey}/skey`);
  return isWhole(alone) ? alone : undefined;
};

/** What Duo says of its side of a SAML application, by the fields of the construct. */
const metadata: Readonly<Record<string, string>> = {
  entityId: 'entity_id',
  signInUrl: 'sso_url',
  signOutUrl: 'slo_url',
  certificate: 'cert',
};

const unfit = (name: string, what: string, remedy: string): never =>
  fail('duo.metadata', name, `${what}. Nothing is written with it`, remedy);

/**
 * As other devices keep it: PEM, in lines that end alike. Whether Duo answers it with its first and last line is not proven:
 * one that comes without is given them.
 */
const certificateIn = (text: string, name: string): string => {
  const lines = text.replace(/\r\n/g, '\n').trim();
  const pem = lines.startsWith('-----') ? lines : `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----`;
  const look = 'look at the application in the Duo Admin Panel';
  try {
    const { validTo } = new X509Certificate(pem);
    if (Date.parse(validTo) > Date.now()) return pem;
    return unfit(
      name,
      `its certificate ended on ${validTo}: devices would refuse every login`,
      `${look}: renew it there`,
    );
  } catch (error) {
    if (error instanceof Error && 'problems' in error) throw error;
    return unfit(name, 'its certificate cannot be read: it is no X.509 in PEM', look);
  }
};

const isUrl = (value: Json | undefined): value is string =>
  typeof value === 'string' && /^https:\/\/[!-~]+$/.test(value);

const urlIn = (text: string, field: string, name: string): string =>
  isUrl(text)
    ? text
    : unfit(name, `its ${field} is not an https URL`, 'look at the application in the Duo Admin Panel');

const metadataIn = (body: JsonObject, field: string): Json | undefined => {
  const sso = body['sso'] as JsonObject | null | undefined;
  const all = sso?.['idp_metadata'] as Readonly<Record<string, Json>> | null | undefined;
  return all?.[metadata[field]!];
};

const saidOf = (body: JsonObject, field: string, name: string): string | undefined => {
  const value = metadataIn(body, field);
  if (typeof value !== 'string' || value === '') return undefined;
  return field === 'certificate' ? certificateIn(value, name) : urlIn(value, field, name);
};

const idOf = async (
  client: DuoClient,
  { collection, identity, name }: Pick<RestObject, 'collection' | 'identity' | 'name'>,
): Promise<string | undefined> =>
  (await client.list(`/${collection}`))
    .filter((one) => isOfSort(keyOf(identity), one))
    .map((one) => foundIn(collection, one))
    .find((one) => one.name === name)?.id;

/** What Duo has made with an application; undefined where there is none yet. */
export const madeWith = async (
  client: DuoClient,
  application: RestObject,
  field: string,
): Promise<string | undefined> => {
  const id = await idOf(client, application);
  if (id === undefined || field === 'integrationKey') return id;
  const path = `/${application.collection}/${id}`;
  return field === 'secretKey'
    ? secretKeyOf(client, path, id)
    : saidOf(await client.get(path), field, application.name);
};

const titles = { entityId: 'entity ID', signInUrl: 'sign-in URL', signOutUrl: 'sign-out URL' };

const toldOf = async (client: DuoClient, application: RestObject): Promise<readonly string[]> => {
  const id = await idOf(client, application);
  if (id === undefined) return [];
  const body = await client.get(`/${application.collection}/${id}`);
  const said = Object.entries(titles).flatMap(([field, title]) => {
    const value = metadataIn(body, field);
    return isUrl(value) ? [`${title} ${value}`] : [];
  });
  return said.length === 0 ? [] : [`SAML application ${application.name}, at Duo: ${said.join(', ')}`];
};

/** What a headend is told of Duo's side of SAML applications: a person enters it where no program does. */
export const toldOfAll = async (client: DuoClient, objects: readonly RestObject[]): Promise<readonly string[]> => {
  const all = objects.filter(({ identity }) => keyOf(identity) === samlApplication.key);
  return (await Promise.all(all.map((one) => toldOf(client, one)))).flat();
};
