import { isIpv4, isIpv6 } from '../../../lib/kernel/ip';
import type { Violation } from '../../core/checks';
import type { DuoProxyProps } from './props';

/** Whether devices can be told to ask there: RADIUS servers are written by address. */
export const isAddress = (text: string): boolean => isIpv4(text) || isIpv6(text);

/** A proxy runs somewhere. */
export const violationsOf = ({ hosts }: DuoProxyProps): readonly Violation[] =>
  hosts.length === 0 ? [['hosts', 'write at least one DuoProxyHost']] : [];

/** Devices are told the address of the host with this number. */
export const addressViolations = (i: number, address: string): readonly Violation[] =>
  isAddress(address)
    ? []
    : [[`addresses[${i}]`, `devices ask ${address} by its address: write addresses, one for each host`]];

/** A proxy knows each device by the address that its requests come from. `id`: that of the device's servers. */
export const callerViolations = (id: string, address: string | undefined): readonly Violation[] =>
  address === undefined ? [[`${id}: from`, 'is missing: write the address that its requests come from']] : [];
