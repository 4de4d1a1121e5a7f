import type { Item } from '../../desired/item';
import { nothingToDo, type Operation, type Todo } from '../../desired/operation';
import type { RestObject } from '../../desired/rest/object';
import type { JsonObject } from '../../kernel/json';
import { problem, type Problem } from '../../kernel/problem';
import { restWording, statusOf } from '../../wire/https';
import { collectionOf, foundIn } from './normalize';
import type { DuoClient } from './client';

/** What Duo sends to a person, once. */
interface Message {
  /** What a declared object asks for it with: a part of it that no body holds. */
  readonly part: string;
  /** Where the objects are listed, by the key of their grammar. */
  readonly key: string;
  readonly words: (object: RestObject) => string;
  /** Whether it is of no use any more. */
  readonly isDone: (body: JsonObject) => boolean;
  readonly path: (collection: string, id: string) => string;
}

const messages: readonly Message[] = [
  {
    part: 'activation',
    key: 'phones',
    words: ({ name }) => `send the activation of Duo Mobile to ${name} by SMS`,
    isDone: (body) => body['activated'] === true,
    path: (collection, id) => `/${collection}/${id}/send_sms_activation`,
  },
  {
    // That it is taken for a user who is there already and not enrolled is not proven.
    part: 'enrollment',
    key: 'users',
    words: ({ name, fixed }) => `send the mail with which ${name} enrols to ${String(fixed['enrollment']!['email'])}`,
    isDone: (body) => body['is_enrolled'] === true,
    path: (collection) => `/${collection}/enroll`,
  },
];

interface Wanted {
  readonly message: Message;
  readonly item: Item<RestObject>;
  readonly id: string | undefined;
  readonly done: boolean;
}

/** Who is to be sent something of this sort. */
const wantedOf = async (
  client: DuoClient,
  items: readonly Item<RestObject>[],
  message: Message,
): Promise<readonly Wanted[]> => {
  const asking = items.filter(({ content }) => content.fixed[message.part] !== undefined);
  if (asking.length === 0) return [];
  const collection = collectionOf(message.key)!;
  const bodies = await client.list(`/${collection}`);
  return asking.map((item) => {
    const body = bodies.find((one) => foundIn(collection, one).name === item.name);
    const id = body === undefined ? undefined : foundIn(collection, body).id;
    return { message, item, id, done: body !== undefined && message.isDone(body) };
  });
};

const allWanted = async (client: DuoClient, items: readonly Item<RestObject>[]): Promise<readonly Wanted[]> =>
  (await Promise.all(messages.map((message) => wantedOf(client, items, message)))).flat();

/** What is to be sent. Whether it was sent already Duo does not say: the ledger knows it. */
export const toSend = async (client: DuoClient, items: readonly Item<RestObject>[]): Promise<Todo> => ({
  ...nothingToDo,
  operations: (await allWanted(client, items))
    .filter(({ done }) => !done)
    .map(({ item: { address, path, content }, message }): Operation => ({
      address,
      path,
      kind: 'activate',
      words: message.words(content),
      once: true,
    })),
});

/** Sends one. Throws where it is not known whether it was sent. */
export const send = async (
  client: DuoClient,
  { address, path, words }: Operation,
  items: readonly Item<RestObject>[],
): Promise<readonly Problem[]> => {
  const asked = items.filter((item) => item.address === address);
  const [wanted] = await allWanted(client, asked);
  if (wanted?.id === undefined) return [problem('duo.missing', path, `${words}: it is not in Duo`, 'run again')];
  const { message, item, id } = wanted;
  try {
    await client.post(message.path(collectionOf(message.key)!, id), item.content.fixed[message.part]!);
    return [];
  } catch (error) {
    const status = statusOf(error);
    const { code, message: said, hint } = restWording(error, client.service, words);
    if (status !== undefined && status >= 400 && status < 500) return [problem(code, path, said, hint)];
    throw error;
  }
};
