import { masked } from '../model/secret';
import type { Ref } from '../model/noun';
import type { AccessCandidate, NoAccess } from './remote-access';
import { comment, expression, quoted } from './source-text';
import { suiteText } from './suite-text';

/** Blanks before the lines of the function that declares a device. */
const indent = 2;

/** The users of a device, behind the objects of it that they refer to. */
export const accessText = (
  { id, device, props }: AccessCandidate,
  variableOf: (to: Ref) => string,
): readonly string[] => {
  const { suite, names, ...others } = props;
  const given = {
    headend: { code: device.variable },
    suite: suiteText(suite),
    ...others,
    ...(Object.keys(names).length === 0 ? {} : { names }),
  };
  const start = `new RemoteAccess(scope, ${quoted(id)}, `;
  return [`${start}${expression(given, variableOf, { indent, before: start.length, behind: 2 })});`];
};

/** Why a group of users is none. */
export const noAccessText = ({ group, why }: NoAccess): readonly string[] =>
  comment(masked(`No RemoteAccess for the tunnel group ${group}: ${why.join('; ')}.`), indent);
