import { errorBody, type Answer } from './answer';

/**
 * What goes wrong. `match` is tried on `METHOD path` twice: with the path as sent and with the path under the domain,
 * so both `/POST .*hosts/` and `/^POST object\/hosts/` work. `times` counts down.
 */
export interface FmcFaults {
  /** Answers this instead: a 429, a 500, a 400 with 'please try again'. The request takes no effect. */
  status?: { match: RegExp; code: number; body?: object; times: number } | undefined;
  /** The connection breaks before the request takes effect, or after it (`after`). */
  drop?: { match: RegExp; times: number; after?: boolean } | undefined;
  /** The body ends half-way and the connection breaks. */
  truncate?: { match: RegExp; times: number } | undefined;
  /** No answer ever, and no effect. */
  hang?: RegExp | undefined;
  /** The access token is invalid from the next request on; it can be refreshed. Clears itself. */
  expireToken?: boolean | undefined;
  /** Name of the device whose deployment fails. */
  failDeploy?: string | undefined;
  /** Name of the device whose deployment stays pending. */
  stuckDeploy?: string | undefined;
  /** Name of the member of a pair that is not well. */
  sickMember?: string | undefined;
  /** Another login with this account ends our session: 401 for the refresh too. Clears itself. */
  kick?: boolean | undefined;
}

const hits = (match: RegExp, lines: readonly string[]): boolean =>
  lines.some((line) => {
    match.lastIndex = 0;
    return match.test(line);
  });

const spend = (fault: { match: RegExp; times: number } | undefined, lines: readonly string[]): boolean => {
  if (!fault || fault.times <= 0 || !hits(fault.match, lines)) return false;
  fault.times -= 1;
  return true;
};

export const judge = (faults: FmcFaults, lines: readonly string[]) => ({
  hang: () => faults.hang !== undefined && hits(faults.hang, lines),
  dropBefore: () => faults.drop?.after !== true && spend(faults.drop, lines),
  dropAfter: () => faults.drop?.after === true && spend(faults.drop, lines),
  truncate: () => spend(faults.truncate, lines),
  status: (): Answer | undefined => {
    const fault = faults.status;
    if (!fault || !spend(fault, lines)) return undefined;
    const body = fault.body ?? errorBody('OTHER', `lab: status ${fault.code} was asked for`);
    return { status: fault.code, body: JSON.parse(JSON.stringify(body)) as Answer['body'] };
  },
});
