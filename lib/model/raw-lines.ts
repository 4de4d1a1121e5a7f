import type { z } from 'zod';

interface Rule {
  readonly line: RegExp;
  readonly why: string;
  readonly instead: string;
}

/** The delimiter of a text is its first character; where it does not end the same line, the lines below are text too. */
const open = String.raw`\s+(?!(\S)(?:(?!\1).)*\1$)`;

/** Lines of IOS-XE that are not configuration: they leave the mode, act at once, or swallow the lines below them. */
const rules: readonly Rule[] = [
  {
    line: /^(end|ex(it?)?|quit|logout|disable)(\s|$)/i,
    why: 'leaves the mode, so that the lines below it would be typed elsewhere',
    instead: 'leave it out: modes are entered and left by themselves',
  },
  {
    line: /^(do(\s|$)|rel(o(ad?)?)?(\s|$)|wr(i(te?)?)?(\s|$)|conf(i(g(u(re?)?)?)?)?\s+(t|mem|net|rep|rev|conf|lock)\w*)/i,
    why: 'is not configuration: it acts at once, and cannot be compared or taken back',
    instead: 'type it on the device by hand',
  },
  {
    line: /^(erase|delete|format|copy|clear|debug|undebug|squeeze|setup|tclsh|reboot)(\s|$)/i,
    why: 'is not configuration: it acts at once, and cannot be compared or taken back',
    instead: 'type it on the device by hand',
  },
  {
    line: /^crypto\s+(key\s+\w+|(pki|ca)\s+(authenticate|enroll|export|import|trustpool\s+(import|clean)))/i,
    why: 'acts at once on keys and certificates',
    instead: 'declare a CertTrustpoint',
  },
  {
    line: /^(crypto\s+(pki|ca)\s+certificate\s+chain|certificate)(\s|$)/i,
    why: 'begins the hexadecimal text of a certificate',
    instead: 'declare a CertTrustpoint',
  },
  {
    line: new RegExp(
      `^(?:banner\\s+\\S+|menu\\s+\\S+\\s+\\S+|aaa\\s+authentication\\s+(?:banner|fail-message))(?:\\s*$|${open})`,
      'i',
    ),
    why: 'begins a text that goes on below, and swallows the lines after it',
    instead: 'write the text on this line between two equal characters: banner motd #No entry#',
  },
  {
    line: /^macro\s+name(\s|$)/i,
    why: 'begins a text that goes on below, and swallows the lines after it',
    instead: 'write the lines of the macro themselves',
  },
];

/** Refuses a line of raw configuration that does not stay in its place. */
export const stays = (line: string, context: z.core.$RefinementCtx): void => {
  const rule = rules.find((one) => one.line.test(line.trim()));
  if (rule !== undefined)
    context.addIssue({ code: 'custom', message: `'${line.trim()}' ${rule.why}: ${rule.instead}` });
};
