/** One file of a simulated Linux host. */
export interface LabFile {
  content: Buffer;
  mode: number;
  uid: number;
  gid: number;
}

/** The files of a simulated host, in memory. Directories are there when something is in them. */
export interface LabFiles {
  readonly all: Map<string, LabFile>;
  has(directory: string): boolean;
  /** rename(2): the target is the old one or the new one, never neither. */
  move(from: string, to: string): boolean;
  append(path: string, text: string): void;
}

const regular = 0o100000;

export const labFiles = (start: Readonly<Record<string, Partial<LabFile> & { readonly text: string }>>): LabFiles => {
  const all = new Map<string, LabFile>();
  for (const [path, { text, mode = 0o644, uid = 0, gid = 0 }] of Object.entries(start))
    all.set(path, { content: Buffer.from(text), mode: regular | mode, uid, gid });
  return {
    all,
    has: (directory) => [...all.keys()].some((path) => path.startsWith(`${directory}/`)),
    move: (from, to) => {
      const file = all.get(from);
      if (file === undefined) return false;
      all.delete(from);
      all.set(to, file);
      return true;
    },
    append: (path, text) => {
      const file = all.get(path) ?? { content: Buffer.alloc(0), mode: regular | 0o640, uid: 995, gid: 992 };
      all.set(path, { ...file, content: Buffer.concat([file.content, Buffer.from(text)]) });
    },
  };
};

export const fileMode = (mode: number): number => regular | (mode & 0o7777);
