import { quotedText } from '../../../kernel/limits';
import { problem, ProblemError, type Problem } from '../../../kernel/problem';
import type { BucketAddress } from './address';

interface SdkError extends Error {
  readonly $metadata?: { readonly httpStatusCode?: number };
}

export const statusOf = (error: unknown): number | undefined => (error as SdkError).$metadata?.httpStatusCode;

/** 412: another version is there. 409: another writer was at it in the same moment. */
export const isRefusedByCondition = (error: unknown): boolean => {
  const status = statusOf(error);
  return status === 412 || (status === 409 && (error as Error).name === 'ConditionalRequestConflict');
};

const login =
  'give credentials as to the AWS command line: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, or the role of the machine';

/** What the network says; the client hands it on in the words of its own error. */
const networkCode = ({ message }: Error): string | undefined =>
  /\b(?:ECONN(?:REFUSED|RESET)|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|E(?:HOST|NET)UNREACH|EPIPE)\b/.exec(message)?.[0];

const words = (error: SdkError, { bucket, endpoint = 'AWS' }: BucketAddress): readonly [string, string, string] => {
  const status = statusOf(error);
  const name = error.name;
  if (name === 'NoSuchBucket') return ['store.missing', `has no bucket ${bucket}`, 'create it, or correct its name'];
  if (name === 'CredentialsProviderError' || name === 'TokenProviderError')
    return ['store.login', 'cannot be logged in to: there are no credentials here', login];
  if (/InvalidAccessKeyId|SignatureDoesNotMatch|ExpiredToken|InvalidToken/.test(name))
    return ['store.login', `refuses the credentials (${name})`, login];
  if (status === 403)
    return [
      'store.rights',
      'forbids what is needed',
      `allow s3:GetObject and s3:PutObject on ${bucket}/PREFIX/*, and s3:ListBucket on ${bucket}`,
    ];
  if (status === 301 || name === 'PermanentRedirect' || /region is missing/i.test(error.message))
    return [
      'store.region',
      'is in another region, or none is given',
      'give the region of the bucket: region, or AWS_REGION',
    ];
  if (status === 501)
    return [
      'store.conditions',
      'does not know conditional writes, without which two runs could overwrite each other',
      'use a service that has them (If-Match and If-None-Match), or PostgreSQL',
    ];
  const code = networkCode(error);
  if (code !== undefined || name === 'TimeoutError' || (status ?? 0) >= 500)
    return [
      'store.unreachable',
      `cannot be reached at ${endpoint}: ${code ?? (status === undefined ? 'it does not answer' : `it answers ${status}`)}`,
      'check the endpoint and the network; then run this again: what is on the devices is found by a look at them, and what was done stays done',
    ];
  return ['store.fault', `says: ${quotedText(error.message)} (${name})`, 'look it up in the manual of the service'];
};

/** What an error of the client means, in words for a person. */
export const bucketFault = (error: unknown, address: BucketAddress): Problem => {
  const [code, message, hint] = words(error as SdkError, address);
  return problem(code, `s3://${address.bucket}`, message, hint);
};

export const asProblem = (error: unknown, address: BucketAddress): never => {
  throw error instanceof ProblemError ? error : new ProblemError([bucketFault(error, address)]);
};
