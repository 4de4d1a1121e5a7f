import type { CliSyntax } from '../../desired/cli/syntax';

/** What names an interface by its logical name goes with that name. Not proven for each of these. */
const namesIt = (name: string, line: string): boolean =>
  [`route ${name} `, `ipv6 route ${name} `].some((lead) => line.startsWith(lead)) ||
  (/^nat \(([^,]+),([^)]+)\)/.exec(line)?.slice(1).includes(name) ?? false) ||
  (/^(?:crypto map|access-group) /.test(line) && line.endsWith(` interface ${name}`)) ||
  `${line} `.startsWith(`crypto ikev2 enable ${name} `);

/** The command line of an ASA. */
export const syntax: CliSyntax = {
  comment: '!',
  closers: { 'exit-address-family': 'address-family' },
  leave: 'exit',
  goesWith: ({ lines }, line) =>
    lines.some((each) => each.startsWith('nameif ') && namesIt(each.slice('nameif '.length), line)),
  removeFile: (at) => `delete /noconfirm ${at}`,
};
