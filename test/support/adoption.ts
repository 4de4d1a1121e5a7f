import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plan, words } from './engine';
import { stackOf } from './imported';
import type { Rig } from './rig';

/** The variables that a program reads of a device, as the first lines of its file say. */
const variablesIn = (out: string, device: string): readonly string[] =>
  [...readFileSync(join(out, `devices/${device}.ts`), 'utf8').matchAll(/^\/\/ {3}(\w+)$/gm)].map(([, name]) => name!);

/** What of the values that a plan sends is a secret, which a service never shows. */
const isSecret = (text: string): boolean => /secret:/.test(text);

/** What a plan that adopts does with the program that was imported of a service: what it takes over, and all else. */
export const adoptionOf = async (on: Rig, out: string, device: string) => {
  for (const name of variablesIn(out, device)) process.env[name] ??= `Qz5-${name}`;
  const [target] = await plan(on, stackOf(out).manifest, { adopt: true });
  expect(words([target!])).toBe('');
  const changes = target!.plan!.changes;
  const acting = changes.filter(({ action, steps }) => !(['adopt', 'none'].includes(action) && steps.length === 0));
  return {
    blocked: target!.plan!.blocked.map(({ message }) => message),
    adopted: changes.map(({ address }) => address),
    acting: acting.flatMap(({ address, differences }) =>
      differences
        .filter(({ sign, text }) => sign !== 'context' && !isSecret(text))
        .map(({ sign, text }) => `${address} ${sign} ${text}`),
    ),
  };
};
