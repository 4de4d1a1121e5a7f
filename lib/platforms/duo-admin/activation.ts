import type { Item } from '../../desired/item';
import { nothingToDo, type Operation, type Todo } from '../../desired/operation';
import type { RestObject } from '../../desired/rest/object';
import { problem, type Problem } from '../../kernel/problem';
import { restWording, statusOf } from '../../wire/https';
import { collectionOf, foundIn } from './normalize';
import type { DuoClient } from './client';

const wanting = (items: readonly Item<RestObject>[]): readonly Item<RestObject>[] =>
  items.filter((item) => item.content.fixed['activation'] !== undefined);

/** Phones that shall be activated and are not, each with its id. */
const notActivated = async (client: DuoClient, items: readonly Item<RestObject>[]) => {
  const phones = wanting(items);
  if (phones.length === 0) return [];
  const collection = collectionOf('phones')!;
  const bodies = await client.list(`/${collection}`);
  return phones.map((item) => {
    const body = bodies.find((one) => foundIn(collection, one).name === item.name);
    return {
      item,
      id: body === undefined ? undefined : foundIn(collection, body).id,
      done: body?.['activated'] === true,
    };
  });
};

/** The links of Duo Mobile that are to be sent. Whether one was sent already Duo does not say: the ledger knows it. */
export const activations = async (client: DuoClient, items: readonly Item<RestObject>[]): Promise<Todo> => ({
  ...nothingToDo,
  operations: (await notActivated(client, items))
    .filter(({ done }) => !done)
    .map(({ item }): Operation => ({
      address: item.address,
      path: item.path,
      kind: 'activate',
      words: `send the activation of Duo Mobile to ${item.name} by SMS`,
      once: true,
    })),
});

/** Sends one. Throws where it is not known whether it was sent. */
export const activate = async (
  client: DuoClient,
  { address, path, words }: Operation,
  items: readonly Item<RestObject>[],
): Promise<readonly Problem[]> => {
  const phone = (await notActivated(client, items)).find(({ item }) => item.address === address);
  if (phone?.id === undefined) return [problem('duo.phone', path, `${words}: the phone is not in Duo`, 'run again')];
  try {
    await client.post(
      `/${collectionOf('phones')!}/${phone.id}/send_sms_activation`,
      phone.item.content.fixed['activation']!,
    );
    return [];
  } catch (error) {
    const status = statusOf(error);
    const { code, message, hint } = restWording(error, client.service, words);
    if (status !== undefined && status >= 400 && status < 500) return [problem(code, path, message, hint)];
    throw error;
  }
};
