import type { Section } from '../../lib/desired/cli/section';
import { platformOf } from '../../lib/platforms';
import type { TargetResult } from '../../lib/run/target-result';
import { ledgerName } from '../../lib/run/target';
import { linesOf, type Photo } from './devices';
import type { Rig } from './rig';

/** `radius_ip_1=…` and `radius_ip_1=10.0.0.1` are the same key, and a secret stands for any. */
const keyOf = (text: string): string => text.replace(/^(\w+)=.*/, '$1=').trim();

/** Whether a shown difference, `members: [a, b]` or a line, holds what is called unmanaged, `members: a` or a line. */
const says = (shown: string, unmanaged: string): boolean => {
  if (keyOf(shown) === keyOf(unmanaged)) return true;
  const [label, member] = unmanaged.split(/: (.*)/s) as [string, string | undefined];
  return member !== undefined && shown.startsWith(`${label}: [`) && shown.slice(label.length).includes(member);
};

/**
 * What a plan says about ownership and is not so: a line called unmanaged that is declared or owned, or one that was not
 * on the device before us. `boot`: what was there before.
 */
export const misowned = async (
  rig: Pick<Rig, 'store'>,
  all: readonly TargetResult[],
  boot: Photo,
): Promise<readonly string[]> => {
  const found = all.map(async ({ work, plan }) => {
    const { dialect } = platformOf(work.target.platform);
    const ledger = await rig.store.read(ledgerName(work));
    const ours = [...work.target.desired.items, ...ledger.entries];
    const before = boot.routers[work.target.id];
    const lines = before === undefined ? undefined : linesOf(before);
    return (plan?.changes ?? []).flatMap((change) =>
      change.unmanaged.flatMap((text) => {
        const at = dialect.identity(change.after ?? change.before);
        const of = ours.filter(({ content }) => dialect.identity(content) === at);
        const shown = of.flatMap(({ content }) => dialect.differences(undefined, content).map((d) => d.text));
        const where = `${work.target.id} ${change.address}: ${text}`;
        const block = (change.after ?? change.before) as Partial<Section>;
        const was = block.shape === 'block' ? `${block.header} / ${text}` : text;
        const isNew = lines !== undefined && !text.includes('<secret') && !lines.some((line) => line === was);
        return [
          ...(shown.some((line) => says(line, text)) ? [`${where} is declared or owned`] : []),
          ...(isNew ? [`${where} was not there before us`] : []),
        ];
      }),
    );
  });
  return (await Promise.all(found)).flat();
};
