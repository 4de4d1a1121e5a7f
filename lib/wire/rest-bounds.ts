import axios, { AxiosError, type AxiosRequestConfig, type InternalAxiosRequestConfig } from 'axios';
import { isDeeperThan, limits, megabyte, quotedText } from '../kernel/limits';

/** The deadline of a request is over, whatever has come of the answer until then. */
export const isTooLate = (error: unknown): boolean =>
  error instanceof AxiosError && ['ECONNABORTED', 'ETIMEDOUT', 'ERR_CANCELED'].includes(error.code ?? '');

export const isTooLarge = (error: unknown): boolean =>
  error instanceof AxiosError && /^maxContentLength size/.test(error.message);

const headerOf = (error: AxiosError, name: string): string | undefined => {
  const value: unknown = (error.response?.headers as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'string' ? value : undefined;
};

/** What an answer calls itself where that is not JSON. */
export const typeOf = (error: AxiosError): string | undefined => {
  const type = headerOf(error, 'content-type')?.split(';')[0]!.trim().toLowerCase();
  return type === undefined || type === '' || type.includes('json') ? undefined : quotedText(type, 60);
};

/** The server that a redirect names. Its path may hold what was asked for. */
export const redirectOf = (error: AxiosError): string => {
  const location = headerOf(error, 'location') ?? '';
  const base = error.config?.baseURL ?? 'https://localhost';
  return URL.canParse(location, base) ? quotedText(new URL(location, base).origin, 100) : 'an unknown place';
};

const sizes = new WeakMap<object, number>();
/** Bytes that an answer had as text. */
export const sizeOf = (body: object): number => sizes.get(body) ?? 0;

/** What an answer has too many levels of is refused before anything goes down in it. */
const measured = (): NonNullable<AxiosRequestConfig['transformResponse']> => {
  const texts = new WeakMap<InternalAxiosRequestConfig, number>();
  return [
    function (this: InternalAxiosRequestConfig, text: unknown) {
      if (typeof text === 'string') texts.set(this, text.length);
      return text;
    },
    ...[axios.defaults.transformResponse ?? []].flat(),
    function (this: InternalAxiosRequestConfig, body: unknown) {
      if (typeof body !== 'object' || body === null) return body;
      if (isDeeperThan(body, limits.depth))
        throw new Error(`the answer has more than ${limits.depth} levels: nothing is planned on it`);
      sizes.set(body, texts.get(this) ?? 0);
      return body;
    },
  ];
};

/** The bounds of one target as axios has them. */
export const boundsOf = ({
  answerMegabytes = limits.answerMegabytes,
}: {
  readonly answerMegabytes?: number | undefined;
}) => ({
  answerMegabytes,
  listBytes: answerMegabytes * limits.listAnswers * megabyte,
  request: { maxContentLength: answerMegabytes * megabyte, transformResponse: measured() },
});

/** Milliseconds for a request: more where it takes a file along. */
export const timeOf = (data: unknown, timeoutMs: number): number => {
  if (!(data instanceof FormData)) return timeoutMs;
  const bytes = [...data.values()].reduce((sum, value) => sum + (typeof value === 'string' ? 0 : value.size), 0);
  return timeoutMs + Math.ceil((bytes / limits.uploadBytesPerSecond) * 1000);
};
