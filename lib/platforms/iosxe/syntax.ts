import type { CliSyntax } from '../../desired/cli/syntax';
import { quoting } from './banners';

/** The routes through an interface go with it. */
const routesThrough = (header: string, line: string): boolean => {
  const name = /^interface (\S+)$/.exec(header)?.[1];
  return name !== undefined && /^ip(?:v6)? route /.test(line) && line.split(' ').includes(name);
};

/** The command line of IOS-XE. */
export const syntax: CliSyntax = {
  comment: '!',
  closers: { 'exit-address-family': 'address-family' },
  leave: 'exit',
  quoting,
  goesWith: ({ header }, line) => routesThrough(header, line),
  removeFile: (at) => `delete /force ${at}`,
};
