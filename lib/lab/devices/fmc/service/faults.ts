import type { HttpFaults } from '../../../server/faults';
import type { Answer } from '../answer';

/**
 * What goes wrong. `match` is tried on `METHOD path`, and of a path below a domain also on what follows it,
 * so both `/POST .*hosts/` and `/^POST object\/hosts/` work. `times` counts down.
 */
export interface FmcFaults extends HttpFaults {
  /** The access token is invalid from the next request on; it can be refreshed. Clears itself. */
  expireToken?: boolean | undefined;
  /** The token of the API user is refused from the next request on. Clears itself. */
  revokeToken?: boolean | undefined;
  /** Name of the device whose deployment fails. */
  failDeploy?: string | undefined;
  /** Name of the device whose deployment stays pending. */
  stuckDeploy?: string | undefined;
  /** Name of the member of a pair that is not well. */
  sickMember?: string | undefined;
  /** What a deployment is warned of. Unproven how an FMC says it: here it refuses, or takes the request and says them. */
  deployWarnings?: readonly string[] | undefined;
  /** Changes an answer on its way: of some versions they have another form. */
  rewrite?: ((request: string, answer: Answer) => Answer) | undefined;
  /** Another login with this account ends our session: 401 for the refresh too. Clears itself. */
  kick?: boolean | undefined;
}
