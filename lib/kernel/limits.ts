/**
 * Bounds of all that comes from outside: devices, services, files, programs. What exceeds one is refused with a message
 * that names the bound. Times are `timeoutSeconds` of the target, from the start of each command and each request.
 */
export const limits = {
  /** Megabytes of one answer: of a command, a request, a file that is read. Per target: `answerMegabytes`. */
  answerMegabytes: 16,
  /** Bytes of one line of a command line. A configuration line has at most a few thousand. */
  lineBytes: 262_144,
  /** Megabytes of all pages of one list, as a multiple of what one answer may have. */
  listAnswers: 4,
  /** Pages of one list: 1000 objects each on the FMC, 100 each on ISE and Duo. */
  pages: 1000,
  /** Levels of a JSON document, a configuration or an XML document. Known ones have fewer than 20. */
  depth: 100,
  /** Characters of what a server says of an error, in a message. */
  quoted: 300,
  /** Bytes of a secret: of a file, or of the output of a program. */
  secretBytes: 65_536,
  /** Seconds until a program must have printed a secret. Environment variable: TUNNELWRIGHT_SECRET_SECONDS. */
  secretSeconds: 60,
  /** Megabytes of what other programs print, and of the files that a declaration names. */
  programMegabytes: 64,
  /** Bytes a second that an upload goes on at the least: its request is given this much more time. */
  uploadBytesPerSecond: 100_000,
  /** Milliseconds within which a lock file must be readable, or gone. */
  lockMs: 2000,
} as const;

export const megabyte = 1024 * 1024;

/** Whether a JSON value has more levels than a reader can follow. Looks without going down itself. */
export const isDeeperThan = (value: unknown, most: number): boolean => {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= most; depth++) {
    const next: unknown[] = [];
    for (const part of level)
      if (typeof part === 'object' && part !== null)
        for (const member of Object.values(part)) if (typeof member === 'object' && member !== null) next.push(member);
    if (next.length === 0) return false;
    level = next;
  }
  return true;
};

/** The value of a JSON text of a file. Throws where it is not JSON, or has more levels than a reader can follow. */
export const boundedJson = (text: string): unknown => {
  const value: unknown = JSON.parse(text);
  if (isDeeperThan(value, limits.depth)) throw new Error(`it has more than ${limits.depth} levels`);
  return value;
};

/** A text with its control characters taken out and its end cut off, as a message quotes it. */
export const quotedText = (text: string, most: number = limits.quoted): string => {
  // What a server says must not move the cursor of a terminal.
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
  return plain.length > most ? `${plain.slice(0, most)}…` : plain;
};
