import type { Resource } from '../../model/network';
import type { DeviceView } from '../engine/network-view';

/**
 * Whether the block of an object holds a line that nothing here can read and that may say what seems to be missing. Always
 * false of a program: it says all that it declares.
 */
export const hasUnread = ({ lines }: Resource, { read }: DeviceView, what: RegExp): boolean =>
  lines !== undefined &&
  (read?.unknown ?? []).some(({ line, text }) => line >= lines[0] && line <= lines[1] && what.test(text.trim()));
