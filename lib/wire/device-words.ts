/** Log lines that the device prints in between: `*Mar  1 00:00:00.000: %SYS-5-CONFIG_I: …`. */
const logLine = /%[A-Z0-9_]+-\d-[A-Z0-9_]+:/;
/** A line that is a log message as a whole, with or without sequence number and time. */
export const isLogLine = (line: string): boolean =>
  /^(\d+: )?([*.]?[A-Z][a-z]{2} +\d+ [^%]*)?%[A-Z0-9_]+-\d-[A-Z0-9_]+:/.test(line);
/** Words to everybody at a terminal: `*** --- SHUTDOWN in 0:01:00 ---`, between two rows of stars. */
export const isBroadcast = (line: string): boolean => /^\*\*\*(\s|$)/.test(line);
/** Lines that begin with `%` and only inform. */
const informs = [
  /^% ?Generating \d+ bit/i,
  /^% ?The (key|keypair)/i,
  /^%?Rollback Confirmed Change/i,
  /^% ?Please (answer|enter)/i,
  /^%?WARNING/i,
  /^% ?NOTE/i,
  // The addresses are typed again behind it.
  /^% ?Interface \S+ IPv[46] disabled and address\(es\) removed due to (enabling|disabling) VRF/i,
];
/** What a refused line answers, where it does not begin with `%` (unicon and ansible know these too). */
const refuses = [
  /^Command rejected/i,
  /^Command authorization failed/i,
  /^ERROR:/i,
  /Invalid input detected/i,
  /Incomplete command/i,
  /Ambiguous command/i,
  /^Error in/i,
  /not allowed, it is being used/i,
];

/** The words with which the device refuses a line, or undefined when it took it. */
export const refusal = (output: string): string | undefined => {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '^' && !logLine.test(line));
  const bad = lines.filter(
    (line) => (line.startsWith('%') && !informs.some((p) => p.test(line))) || refuses.some((p) => p.test(line)),
  );
  return bad.length === 0 ? undefined : bad.join(' ');
};
