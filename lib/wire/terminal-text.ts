const [nul, bell, escape] = ['\\u0000', '\\u0007', '\\u001b'];
/** Sequences that a terminal acts on (ECMA-48: CSI, OSC, a character set, a single character), and what it ignores or rings. */
const sequences = new RegExp(
  [
    `${escape}\\[[0-?]*[ -/]*[@-~]`,
    `${escape}\\][^${bell}${escape}\\r\\n]*(?:${bell}|${escape}\\\\)`,
    `${escape}[()][0-9A-Z]`,
    `${escape}[0-9=>A-OQ-WYZc]`,
    `[${nul}${bell}]`,
  ].join('|'),
  'g',
);
/** One that is not there whole. */
const begun = new RegExp(
  `${escape}(?:\\[[0-?]{0,32}[ -/]{0,8}|\\][^${bell}${escape}\\r\\n]{0,256}|\\][^${escape}]{0,256}${escape}|[()])?$`,
);
const any = new RegExp(`[${nul}${bell}${escape}]`);

/**
 * Takes out of what a device prints what is for a terminal and no text. A device cuts its output into packets where it
 * likes, so what is begun at the end of one waits for the next.
 */
export const terminalText = (): ((text: string) => string) => {
  let held = '';
  return (packet) => {
    const text = held + packet;
    held = '';
    if (!any.test(text)) return text;
    const whole = text.replace(sequences, '');
    held = begun.exec(whole.slice(-300))?.[0] ?? '';
    return held === '' ? whole : whole.slice(0, -held.length);
  };
};
