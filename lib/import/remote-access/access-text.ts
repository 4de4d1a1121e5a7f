import { masked } from '../../model/secret';
import { isRef, type Ref } from '../../model/noun';
import type { AccessCandidate, NoAccess } from './access-candidate';
import { comment, expression, quoted, type Call, type Code } from '../text/source-text';
import { suiteText } from '../text/suite-text';

/** Blanks before the lines of the function that declares a device. */
const indent = 2;

type Bag = Readonly<Record<string, unknown>>;
type VariableOf = (to: Ref) => string;

const flat = (bag: Bag, variableOf: VariableOf): string =>
  expression(bag, variableOf, { indent: 0, before: 0, behind: 0 });

/** How users prove who they are, as `ClientAuth` says it. */
const proofText = (proof: Bag, variableOf: VariableOf): Code | Ref => {
  if (isRef(proof)) return proof;
  const { method, servers, certificate, list } = proof as Bag & { readonly servers: Ref };
  if (method === 'cert') return { code: 'ClientAuth.withCertificate()' };
  const options = {
    ...(certificate === true ? { certificate } : {}),
    ...(list === servers.name ? {} : { list }),
  };
  const given = [variableOf(servers), ...(Object.keys(options).length === 0 ? [] : [flat(options, variableOf)])];
  return { code: `ClientAuth.${method === 'eap' ? 'withEap' : 'withAnyConnectEap'}(${given.join(', ')})` };
};

/** Who says what users may have, as `ClientAuthorization` says it. */
const authorizationText = ({ by, groups, servers, ...options }: Bag, variableOf: VariableOf): Call | Code => {
  if (by === 'radius') {
    const asked = Object.keys(options).length === 0 ? '{}' : flat(options, variableOf);
    return { code: `ClientAuthorization.byRadius(${variableOf(servers as Ref)}, ${asked})` };
  }
  const call = { call: 'ClientAuthorization.byRouter', args: groups as object };
  return Object.keys(options).length === 0 ? call : { ...call, options };
};

/** What a program imports for it. */
export const accessClasses = ({ construct, props }: AccessCandidate): readonly string[] => [
  construct,
  'CryptoSuite',
  ...(construct === 'FlexVpnRemoteAccess' ? ['ClientAuth'] : []),
  ...(props['authorization'] === undefined ? [] : ['ClientAuthorization']),
];

/** The users of a device, behind the objects of it that they refer to. */
export const accessText = (
  { id, device, construct, props }: AccessCandidate,
  variableOf: VariableOf,
): readonly string[] => {
  const { suite, names, ...others } = props;
  const given = Object.fromEntries(
    Object.entries(others).map(([key, value]) => {
      if (key === 'authentication') return [key, proofText(value as Bag, variableOf)];
      return [key, key === 'authorization' ? authorizationText(value as Bag, variableOf) : value];
    }),
  );
  const all = {
    [construct === 'RemoteAccess' ? 'headend' : 'device']: { code: device.variable },
    suite: suiteText(suite),
    ...given,
    ...(Object.keys(names).length === 0 ? {} : { names }),
  };
  const start = `new ${construct}(scope, ${quoted(id)}, `;
  return [`${start}${expression(all, variableOf, { indent, before: start.length, behind: 2 })});`];
};

/** Why a group of users is none. */
export const noAccessText = ({ of, group, why }: NoAccess): readonly string[] =>
  comment(masked(`No RemoteAccess for the ${of} ${group}: ${why.join('; ')}.`), indent);
