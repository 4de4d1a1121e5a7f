import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { faultWords } from '../kernel/fault';

/** The content of a file, or in words why there is none. `missing`: there is no such file. */
export type Content = { readonly bytes: Buffer } | { readonly why: string; readonly missing?: true };

const unreadable = (error: unknown): Content => {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? { why: 'does not exist', missing: true } : { why: `cannot be read: ${faultWords(error)}` };
};

/** Reads a file of at most so many bytes. What is not a file (a directory, a pipe, a device) is not waited for. */
export const readBounded = async (path: string, most: number): Promise<Content> => {
  try {
    // Without O_NONBLOCK, a pipe that no one writes to would be waited for in here.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stat = await file.stat();
      if (!stat.isFile()) return { why: stat.isDirectory() ? 'is a directory' : 'is not a regular file' };
      // The size that is said is not trusted: files of the system say 0, others grow.
      const parts: Buffer[] = [];
      for (let size = 0; size <= most;) {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(Math.min(stat.size, most, 1_048_576) + 4096));
        if (bytesRead === 0) return { bytes: Buffer.concat(parts) };
        parts.push(buffer.subarray(0, bytesRead));
        size += bytesRead;
      }
      return { why: `is larger than ${most} bytes` };
    } finally {
      await file.close();
    }
  } catch (error) {
    return unreadable(error);
  }
};
