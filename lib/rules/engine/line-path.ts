import type { DeviceView } from './network-view';

/** Where a finding is that is about a line of a configuration file and about no object. */
export const atLine = ({ path }: Pick<DeviceView, 'path'>, line: number): { readonly path: string } => ({
  path: `${path}/line/${line}`,
});

/** The line of such a path, and the device. */
export const lineOf = (path: string): { readonly device: string; readonly line: number } | undefined => {
  const [, device, line] = /^(.*)\/line\/(\d+)$/.exec(path) ?? [];
  return device === undefined ? undefined : { device, line: Number(line) };
};
