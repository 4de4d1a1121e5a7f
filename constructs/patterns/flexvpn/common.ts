import type { ByCertificate, ByEap, BySpokeKeys } from './authentication';
import type { FlexVpnCommonProps } from './props';

/** The same, when nothing is wrong with it. */
export type FlexVpnSound = Omit<FlexVpnCommonProps, 'authentication'> & {
  /** How hub and spokes prove who they are. */
  readonly authentication: ByCertificate | BySpokeKeys | ByEap;
};

/** What every profile of a FlexVPN says. */
export const commonProfile = (id: string, props: FlexVpnSound) => ({
  name: props.names?.profile ?? id,
  dpd: props.dpd ?? ({ interval: 10, retry: 2, mode: 'on-demand' } as const),
  lifetime: props.lifetimes?.ike,
});
