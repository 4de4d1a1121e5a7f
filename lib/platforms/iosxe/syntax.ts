import type { CliSyntax } from '../../desired/cli/syntax';
import { quoting } from './banners';

/** The command line of IOS-XE. */
export const syntax: CliSyntax = {
  comment: '!',
  closers: { 'exit-address-family': 'address-family' },
  leave: 'exit',
  quoting,
  removeFile: (at) => `delete /force ${at}`,
};
