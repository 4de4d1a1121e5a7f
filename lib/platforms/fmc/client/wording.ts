import { quotedText } from '../../../kernel/limits';
import type { Problem } from '../../../kernel/problem';
import type { TargetSettings } from '../../../model/targets';
import { restWording, statusOf, type HttpError, type RestService } from '../../../wire/https';

type Settings = TargetSettings<'fmc'>;

const transientText = /please try again|retry the operation after sometime/i;

/** What a body says of an error; undefined where it says none. */
export const describe = (body: unknown): string | undefined => {
  const messages = (body as { error?: { messages?: readonly { description?: string }[] } } | undefined)?.error
    ?.messages;
  if (!Array.isArray(messages)) return undefined;
  const text = (messages as readonly { description?: unknown }[])
    .map((one) => one?.description)
    .filter((words) => typeof words === 'string' && words !== '')
    .join(' ');
  return text === '' ? undefined : quotedText(text);
};

/** What an answer warns of, and does all the same. */
export const warningsIn = (body: unknown): readonly string[] => {
  const { error } = (body ?? {}) as { readonly error?: { readonly severity?: string } };
  const words = /^warn/i.test(error?.severity ?? '') ? describe(body) : undefined;
  return words === undefined ? [] : [words];
};

/** What the FMC says about a refusal. */
export const wordsOf = (error: unknown): string | undefined =>
  statusOf(error) === undefined ? undefined : describe((error as HttpError).response?.data);
export const isDuplicate = (error: unknown): boolean =>
  statusOf(error) === 400 && /duplicate name/i.test(wordsOf(error) ?? '');

/** Which entry of a bulk request was refused. */
export const failedEntry = (error: unknown): number | undefined => {
  const [message] =
    (error as HttpError<{ error?: { messages?: readonly { bulkPayloadIndex?: string }[] } }>).response?.data?.error
      ?.messages ?? [];
  return message?.bulkPayloadIndex === undefined ? undefined : Number(message.bulkPayloadIndex);
};

/** Refused now, and taken when it is asked again. */
export const isLater = ({ response }: HttpError): boolean =>
  response?.status === 400 && transientText.test(describe(response.data) ?? '');

/** What this version or this device does not have. A right that the account lacks (403) is another thing, and is said. */
export const isAbsent = (error: unknown): boolean => [400, 404, 405].includes(statusOf(error) ?? 0);

/** The FMC as a REST service. */
export const serviceOf = (target: string, settings: Settings, proxy?: RestService['proxy']): RestService => ({
  target,
  code: 'fmc',
  title: 'the FMC',
  settings,
  proxy,
  describe,
});

/** What went wrong in the user's terms; the FMC's own words where it said some. */
export const wording = (error: unknown, target: string, settings: Settings, doing: string): Problem =>
  restWording(error, serviceOf(target, settings), doing);
