import type { CliSyntax } from '../../desired/cli/syntax';

/** The command line of an ASA. */
export const syntax: CliSyntax = {
  comment: '!',
  closers: { 'exit-address-family': 'address-family' },
  leave: 'exit',
  removeFile: (at) => `delete /noconfirm ${at}`,
};
