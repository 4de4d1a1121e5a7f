import type { Effect } from '../../../diagram/effect';
import type { Picture } from '../../../diagram/picture';
import { isEmpty } from '../../../plan/plan';
import type { TargetResult } from '../../../run/target-result';
import { plural } from '../../../kernel/plural';

export interface VerdictWords {
  readonly effect: Effect;
  readonly title: string;
  /** Sentences below it. */
  readonly lines: readonly string[];
}

const withEffect = ({ links }: Picture, effect: Effect): number =>
  links.filter((link) => link.effect === effect && (link.kind === 'tunnel' || link.kind === 'access')).length;

const objects = (all: readonly TargetResult[]): string => {
  const actions = all.flatMap(({ plan }) => (plan?.changes ?? []).map(({ action }) => action));
  const of = (...which: readonly string[]): number => actions.filter((action) => which.includes(action)).length;
  return (
    [
      [of('create'), 'new'],
      [of('update'), 'changed'],
      [of('adopt'), 'adopted'],
      [of('delete'), 'deleted'],
    ] as const
  )
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${n.toLocaleString('en')} ${word}`)
    .join(', ');
};

const titleOf = (picture: Picture, all: readonly TargetResult[]): Pick<VerdictWords, 'effect' | 'title'> => {
  const drops = withEffect(picture, 'drops now');
  if (drops > 0)
    return {
      effect: 'drops now',
      title: `${plural(drops, 'tunnel')} ${drops === 1 ? 'drops' : 'drop'} when this is applied`,
    };
  if (all.some(({ plan }) => plan === undefined))
    return { effect: 'unknown', title: 'Not every device could be planned' };
  if (all.some(({ plan }) => plan!.blocked.length > 0))
    return { effect: 'refused', title: 'This cannot be applied as it stands' };
  if (all.every(({ plan }) => isEmpty(plan!))) return { effect: 'unchanged', title: 'Nothing changes' };
  const later = withEffect(picture, 're-keys later');
  if (later > 0)
    return {
      effect: 're-keys later',
      title: `No tunnel drops; ${plural(later, 'tunnel')} ${later === 1 ? 're-keys' : 're-key'} later`,
    };
  return { effect: 'new', title: 'No tunnel drops' };
};

/** What a person is to know within seconds. */
export const verdictWords = (picture: Picture, all: readonly TargetResult[]): VerdictWords => {
  const tunnels = picture.links.filter(({ kind }) => kind === 'tunnel').length;
  const size = [plural(picture.devices.length, 'device'), ...(tunnels === 0 ? [] : [plural(tunnels, 'tunnel')])].join(
    ', ',
  );
  if (!picture.isPlanned) return { effect: 'unchanged', title: 'The network as declared', lines: [`${size}.`] };
  const busy = all.filter(({ plan }) => plan !== undefined && !isEmpty(plan)).length;
  const unread = all.filter(({ plan }) => plan === undefined).length;
  const refused = all.filter(({ plan }) => plan !== undefined && plan.blocked.length > 0).length;
  const changed = objects(all);
  const rest = (['re-keys later', 'new', 'changed'] as const).flatMap((effect) => {
    const n = withEffect(picture, effect);
    const verb = {
      're-keys later': n === 1 ? 're-keys later' : 're-key later',
      new: n === 1 ? 'is new' : 'are new',
      changed: n === 1 ? 'changes without dropping' : 'change without dropping',
    }[effect];
    return n === 0 ? [] : [`${plural(n, 'tunnel')} ${verb}`];
  });
  return {
    ...titleOf(picture, all),
    lines: [
      ...(rest.length === 0 ? [] : [`${rest.join(', ')}.`]),
      `${busy} of ${plural(all.length, 'target')} would change${changed === '' ? '' : `: ${changed} objects`}.`,
      ...(unread === 0
        ? []
        : [`${plural(unread, 'target')} could not be planned: what would happen there is not known.`]),
      ...(refused === 0
        ? []
        : [`${plural(refused, 'target')} cannot be applied as ${refused === 1 ? 'it stands' : 'they stand'}.`]),
    ],
  };
};
