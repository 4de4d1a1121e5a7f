import axios, { AxiosError, type AxiosInstance, type AxiosResponse } from 'axios';
import axiosRetry, { retryAfter } from 'axios-retry';
import { problem, ProblemError, type Problem } from '../kernel/problem';
import type { Agent } from 'node:https';
import { connectThrough, isProxyFault, proxyOfEnvironment, type HttpProxy } from './http-proxy';
import { agentFor, certificateShown, PinError, shownFingerprint, type TlsTrust, type Way } from './tls';
import { boundsOf, isTooLarge, isTooLate, redirectOf, timeOf, typeOf } from './rest-bounds';

export type { AxiosError as HttpError, AxiosInstance as HttpClient, AxiosResponse as HttpAnswer };

/** A REST service at the other end, and how it is spoken of. */
export interface RestService {
  /** Who is asked: the target, for messages. */
  readonly target: string;
  /** First part of the codes of problems: `fmc`. */
  readonly code: string;
  /** In a sentence: `the FMC`. */
  readonly title: string;
  readonly settings: {
    readonly host: string;
    readonly port: number;
    readonly timeoutSeconds: number;
    readonly retrySeconds: number;
    readonly answerMegabytes?: number | undefined;
    readonly trust: TlsTrust;
  };
  /** The proxy through which it is reached, or `none`. Default: what the environment says of it. */
  readonly proxy?: HttpProxy | 'none' | undefined;
  /** What a body says of an error, in the service's own words. */
  describe(body: unknown): string | undefined;
}

export const statusOf = (error: unknown): number | undefined =>
  error instanceof AxiosError ? error.response?.status : undefined;

const noRight = 'give the account a role that may do this';

/** The error of an address at which nothing is, where nothing was asked: of answers that were kept. */
export const notFound = (path: string): Error =>
  new AxiosError(`there is no ${path}`, 'ERR_BAD_REQUEST', undefined, undefined, {
    status: 404,
    statusText: 'Not Found',
    data: undefined,
    headers: {},
    config: {} as never,
  });

/** A creation whose answer was lost may stand all the same: look before it is sent again. */
export const mayHaveTakenEffect = (error: unknown): boolean => {
  if (!(error instanceof AxiosError)) return false;
  const status = error.response?.status;
  return status === undefined || status >= 500 || status < 300;
};

/** The way through a proxy; undefined where the service is reached without one. */
const wayTo = ({ proxy, settings: { host, port, timeoutSeconds } }: RestService): Way | undefined => {
  const through = proxy === 'none' ? undefined : (proxy ?? proxyOfEnvironment(host, port));
  return through && ((there, at) => connectThrough(through, there, at, timeoutSeconds * 1000));
};

const trustCodes = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
];
export const isTrust = (error: unknown): error is AxiosError =>
  error instanceof AxiosError && (error.cause instanceof PinError || trustCodes.includes(error.code ?? ''));

const isTransient = (error: AxiosError, repeatable: (error: AxiosError) => boolean): boolean => {
  const status = error.response?.status;
  if (status === 429) return true;
  if (isProxyFault(error.cause) && error.cause.refused) return false;
  if (isTooLate(error) || isTooLarge(error) || isTrust(error)) return false;
  const again = status === undefined || status >= 500 || status < 300;
  return again && repeatable(error);
};

const lost = (error: AxiosError, { code, title, target, settings }: RestService, doing: string): Problem => {
  const where = `${settings.host}:${settings.port}`;
  if (isTooLate(error))
    return problem(
      `${code}.timeout`,
      target,
      `${doing}: ${where} does not answer within ${settings.timeoutSeconds} s`,
      `look at ${title}; run again when it answers, or raise timeoutSeconds of the target`,
    );
  if (isTooLarge(error))
    return problem(
      `${code}.too-large`,
      target,
      `${doing}: the answer of ${where} is larger than ${boundsOf(settings).answerMegabytes} MB`,
      `look at ${title}; if it really has that much to say, raise answerMegabytes of the target`,
    );
  if (isProxyFault(error.cause))
    return problem(
      `${code}.proxy`,
      target,
      `${where} is not reached: ${error.cause.message}`,
      "check the proxy (HTTPS_PROXY, or proxy of the target), its login, and to where it lets through; NO_PROXY, or proxy: 'none', goes around it",
    );
  if (['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN'].includes(error.code ?? ''))
    return problem(
      `${code}.unreachable`,
      target,
      `${where} cannot be reached (${error.code})`,
      'check the host, the port, and the way there',
    );
  return problem(
    `${code}.lost`,
    target,
    `${doing}: the connection failed (${error.message})`,
    'run again; it finishes what is left',
  );
};

const unreadable = (error: AxiosError, { code, title, target, settings }: RestService, doing: string): Problem => {
  const type = typeOf(error);
  if (type === undefined)
    return problem(
      `${code}.answer`,
      target,
      `${doing}: the answer of ${title} is cut short: nothing is planned on it`,
      'run again',
    );
  return problem(
    `${code}.answer`,
    target,
    `${doing}: ${settings.host}:${settings.port} answers with ${type} and not with JSON: nothing is planned on it`,
    `check that host and port are those of ${title}, and that no proxy or login page is in front of it`,
  );
};

/** The login, and what a request carries, goes to the declared host only. */
const redirected = (error: AxiosError, { code, title, target, settings }: RestService, doing: string): Problem =>
  problem(
    `${code}.redirect`,
    target,
    `${doing}: ${settings.host}:${settings.port} answers ${error.response?.status} and redirects to ${redirectOf(error)}. Redirects are not followed`,
    `declare the host and port at which ${title} answers itself`,
  );

/** What went wrong in the user's terms; the service's own words where it said some. */
export const restWording = (error: unknown, service: RestService, doing: string): Problem => {
  const { code, title, target } = service;
  if (error instanceof ProblemError) return error.problems[0]!;
  if (!(error instanceof AxiosError))
    return problem(`${code}.answer`, target, `${doing}: ${error instanceof Error ? error.message : String(error)}`);
  const status = error.response?.status;
  const words = service.describe(error.response?.data);
  if (status === undefined) return lost(error, service, doing);
  if (status === 429)
    return problem(
      `${code}.busy`,
      target,
      `${doing}: ${title} refuses for its request rate (429)`,
      'wait a minute and run again; it finishes what is left',
    );
  if (status < 300) return unreadable(error, service, doing);
  if (status < 400) return redirected(error, service, doing);
  const said = `${doing}: ${title} answers ${status}${words ? `: ${words}` : ''}`;
  return problem(`${code}.refused`, target, said, status === 403 ? noRight : undefined);
};

/** What is shown where the certificate is not believed: the fingerprint to compare. */
export const distrusted = async (error: AxiosError, service: RestService): Promise<Problem> => {
  const { target, title, settings } = service;
  const seen =
    error.cause instanceof PinError
      ? error.cause.seen
      : await shownFingerprint(settings.host, settings.port, wayTo(service));
  const where = `${settings.host}:${settings.port}`;
  const why =
    error.cause instanceof PinError
      ? `shows another certificate than the pinned one`
      : `shows a certificate that is not trusted (${error.code})`;
  return problem(
    'tls.untrusted',
    target,
    `${where} ${why}${seen ? `: SHA-256 ${seen}` : ''}`,
    `compare the fingerprint on ${title}, then write trust: Trust.caFile(path) or Trust.fingerprint(…)`,
  );
};

export interface RestClientOptions {
  /** Path of all requests: `/api`. */
  readonly base: string;
  readonly sockets: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Waited for before each request, and before each that is sent again. */
  readonly turn?: () => Promise<void>;
  /** How often a request is sent again that is refused for the rate (429). Default: 3, as for all else. */
  readonly busyRetries?: number;
  /** Refused now and taken another time, besides 429. */
  readonly isLater?: (error: AxiosError) => boolean;
  /** Sent again when the answer was lost or was an error of the server. Default: all but POST. */
  readonly isRepeatable?: (error: AxiosError) => boolean;
}

const retries = 3;
/** How long a service may ask to wait by Retry-After, in milliseconds. */
const longestAsked = 120_000;

/** HTTPS to a service whose certificate is verified; requests that can be are sent again, with growing pauses. */
export const restClient = (service: RestService, options: RestClientOptions): AxiosInstance => {
  const { settings } = service;
  const instance = axios.create({
    baseURL: `https://${settings.host}:${settings.port}${options.base}`,
    // An address in place of a path, and a redirect, would take the login elsewhere.
    allowAbsoluteUrls: false,
    maxRedirects: 0,
    httpsAgent: agentFor(settings.trust, options.sockets, wayTo(service)),
    proxy: false,
    responseType: 'json',
    transitional: { silentJSONParsing: false },
    headers: options.headers,
    ...boundsOf(settings).request,
  });
  instance.interceptors.request.use(async (config) => {
    await options.turn?.();
    // Axios' own timeout begins anew with each byte.
    config.signal = AbortSignal.timeout(timeOf(config.data, settings.timeoutSeconds * 1000));
    return config;
  });
  const again = (error: AxiosError): boolean =>
    options.isLater?.(error) === true ||
    isTransient(error, options.isRepeatable ?? (({ config }) => config?.method !== 'post'));
  const sent = (error: AxiosError): number => error.config?.['axios-retry']?.retryCount ?? 0;
  axiosRetry(instance, {
    retries: Math.max(retries, options.busyRetries ?? retries),
    retryCondition: (error) => again(error) && (sent(error) < retries || statusOf(error) === 429),
    retryDelay: (count, error) =>
      Math.max(
        settings.retrySeconds * 1000 * 3 ** (count - 1) * (0.75 + Math.random() / 2),
        Math.min(retryAfter(error), longestAsked),
      ),
    shouldResetTimeout: true,
  });
  return instance;
};

/** The certificate that the service showed, after the first answer. */
export const certificateOf = (instance: AxiosInstance): string | undefined =>
  certificateShown(instance.defaults.httpsAgent as Agent);

export const closeClient = (instance: AxiosInstance): void =>
  (instance.defaults.httpsAgent as { destroy(): void }).destroy();

/** Where nothing verifies the certificate, every run says so. */
export const insecureWarning = ({ trust }: RestService['settings']): readonly string[] =>
  trust.insecure ? ['the certificate is NOT verified (trust: insecure)'] : [];
