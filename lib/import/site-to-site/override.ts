import type { ImportedDevice } from '../read/imported-device';
import { camelCase } from '../text/naming';
import { expression } from '../text/source-text';

/** What an object of a VPN says beyond what the VPN does: a description, the size of packets. */
export interface Override {
  readonly device: ImportedDevice;
  /** The method of the VPN that finds the objects of the device. */
  readonly by: 'on' | 'onHub' | 'onSpoke';
  /** What the object is called there: `tunnel`. */
  readonly member: string;
  readonly props: Readonly<Record<string, unknown>>;
}

/** The text of a VPN with its overrides behind it. `text`: the call of its constructor. */
export const withOverrides = (
  id: string,
  text: string,
  overrides: readonly Override[] = [],
  indent: number,
): readonly string[] => {
  if (overrides.length === 0) return [text];
  const variable = `${camelCase(id)}Vpn`;
  return [
    `const ${variable} = ${text}`,
    ...overrides.map(({ device, by, member, props }) => {
      const start = `${variable}.${by}(${device.variable}).${member}.override(`;
      return `${start}${expression(props, String, { indent, before: start.length, behind: 2 })});`;
    }),
  ];
};
