import type { Desired, External } from '../../desired/item';
import { isGlobal } from '../../model/manager/domain-path';
import type { PlatformId, TargetSettings } from '../../model/targets';
import { platformOf } from '../../platforms';
import type { Place } from './place';

/** A target of a manifest, as far as a lab needs it. */
export interface DeclaredTarget {
  readonly id: string;
  readonly platform: PlatformId;
  readonly settings: TargetSettings<PlatformId>;
  readonly desired: Desired<unknown>;
}

interface Known {
  readonly header?: string;
  readonly collection?: string;
}

const externalOf = ({ address, content, key }: External<unknown>): Place['externals'][number] => {
  const { header, collection } = content as Known;
  const [kind = '', ...name] = address.split('/');
  return {
    kind,
    name: name.join('/'),
    ...(header ? { header } : {}),
    ...(collection ? { collection } : {}),
    ...(key ? { key } : {}),
  };
};

/** A place for each target that has a host. `boots`: the configuration that a router or an ASA starts with, by target. */
export const placesOf = (
  targets: readonly DeclaredTarget[],
  boots: ReadonlyMap<string, string> = new Map(),
): readonly Place[] =>
  targets.flatMap(({ id, platform, settings, desired }): readonly Place[] => {
    if (!('host' in settings)) return [];
    const {
      release,
      version,
      aaaNewModel,
      domain = 'Global',
    } = settings as {
      readonly release?: string;
      readonly version?: string;
      readonly aaaNewModel?: 'on';
      readonly domain?: string;
    };
    const text = platformOf(platform)
      .artifacts(desired)
      .map((artifact) => artifact.text)
      .join('\n');
    const [declared, boot] = [release ?? version, boots.get(id)];
    return [
      {
        id,
        platform,
        host: settings.host,
        ...(declared === undefined ? {} : { release: declared }),
        ...(isGlobal(domain) ? {} : { domain }),
        ...(boot === undefined ? {} : { boot }),
        ...(aaaNewModel === undefined ? {} : { aaaNewModel }),
        text,
        declares: desired.items.map(({ address }) => address),
        externals: desired.externals.map(externalOf),
      },
    ];
  });
