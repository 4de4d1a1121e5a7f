import type { z } from 'zod';
import { targets, type PlatformId, type TargetSettings } from '../model/targets';
import { wording } from '../model/wording';
import type { TargetDeclaration } from './declaration';

type Read = z.ZodSafeParseResult<TargetSettings<PlatformId>>;

const known = new WeakMap<TargetDeclaration, Read>();

/** The settings of a device, checked. They are asked for by each stack of a program, and read once. */
export const settingsOf = (declaration: TargetDeclaration): Read => {
  const schema = targets[declaration.platform] as unknown as z.ZodType<TargetSettings<PlatformId>>;
  const read = known.get(declaration) ?? schema.safeParse(declaration.props, { error: wording });
  known.set(declaration, read);
  return read;
};
