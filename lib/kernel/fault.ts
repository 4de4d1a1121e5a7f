/** Faults of the file system, as problems in the words of a person who looks for a file. */
interface Words {
  readonly message: string;
  readonly hint: string;
}

const room: Words = { message: 'there is no room left for it', hint: 'make room on the disk, then run this again' };
const long: Words = { message: 'the name is too long for the file system', hint: 'choose a shorter name' };
const mode: Words = { message: 'access is denied', hint: 'check its mode and owner, and those of its directory' };

const words: Readonly<Record<string, Words>> = {
  ENOENT: { message: 'there is no such file or directory', hint: 'check the path' },
  EACCES: mode,
  EPERM: mode,
  EROFS: { message: 'the file system is read-only', hint: 'choose another directory' },
  EISDIR: { message: 'is a directory, and a file is needed', hint: 'give the path of a file' },
  ENOTDIR: { message: 'a part of the path is a file and not a directory', hint: 'choose another path' },
  EEXIST: { message: 'there is a file already, and a directory is needed', hint: 'choose another path' },
  ENOTEMPTY: { message: 'the directory is not empty', hint: 'choose another path' },
  ENOSPC: room,
  EDQUOT: room,
  EFBIG: { message: 'it is larger than a file may be here', hint: 'raise the limit (ulimit -f), then run this again' },
  ENAMETOOLONG: long,
  ELOOP: { message: 'symbolic links lead round in a circle', hint: 'check the path' },
  EMFILE: { message: 'too many files are open', hint: 'raise the limit (ulimit -n), then run this again' },
  EIO: { message: 'the disk reports an error', hint: 'check the disk' },
  EBUSY: { message: 'the file is in use', hint: 'close what uses it, then run this again' },
};

export interface FileFault extends Words {
  readonly code: string;
  readonly path: string;
}

/** Sockets have some of these codes too; their calls are others. */
const ofNetwork = /^(connect|bind|listen|getaddrinfo|spawn)/;

/** What a fault of the file system says; undefined of any other error. `file`: where the error names none. */
export const fileFault = (error: unknown, file: string): FileFault | undefined => {
  if (!(error instanceof Error)) return undefined;
  const { code = '', path, syscall = '' } = error as NodeJS.ErrnoException;
  const said = words[code];
  if (said === undefined || ofNetwork.test(syscall)) return undefined;
  return { code: `file.${code.toLowerCase()}`, path: path ?? file, ...said };
};

/** What went wrong with a file, for the end of a sentence; the code of the system where there are no words for it. */
export const faultWords = (error: unknown): string => {
  const { code = 'unknown error' } = error as NodeJS.ErrnoException;
  return words[code]?.message ?? code;
};
