import { utils, type Attributes, type InputAttributes, type SFTPWrapper } from 'ssh2';
import { fileMode, type LabFile, type LabFiles } from './files';

const { OPEN_MODE, STATUS_CODE } = utils.sftp;

/** What may go wrong while files are served. */
export interface SftpTrouble {
  readonly diskFull: () => boolean;
  /** Called before bytes are written; true: the wire is cut instead. */
  readonly cut: () => boolean;
}

const attributesOf = ({ content, mode, uid, gid }: LabFile): Attributes => ({
  mode,
  uid,
  gid,
  size: content.length,
  atime: 0,
  mtime: 0,
});

const changed = (file: LabFile, { mode, uid, gid }: InputAttributes): void => {
  if (mode !== undefined) file.mode = fileMode(Number(mode));
  if (uid !== undefined) file.uid = uid;
  if (gid !== undefined) file.gid = gid;
};

/** Serves the files of a simulated host over one SFTP channel: what `sftp-server` does of it, with its status codes. */
export const serveSftp = (sftp: SFTPWrapper, files: LabFiles, trouble: SftpTrouble): void => {
  const open = new Map<number, string>();
  let next = 0;
  const fileOf = (handle: Buffer): LabFile | undefined => files.all.get(open.get(handle.readUInt32BE(0)) ?? '');
  const missing = (id: number): void => sftp.status(id, STATUS_CODE.NO_SUCH_FILE, 'No such file');
  const done = (id: number): void => sftp.status(id, STATUS_CODE.OK);
  const show = (id: number, file: LabFile | undefined): void =>
    file ? sftp.attrs(id, attributesOf(file)) : missing(id);
  const set = (id: number, file: LabFile | undefined, attributes: InputAttributes): void => {
    if (file === undefined) return missing(id);
    changed(file, attributes);
    done(id);
  };

  sftp.on('OPEN', (id, path, flags, attributes) => {
    const there = files.all.get(path);
    const writes = (flags & OPEN_MODE.WRITE) !== 0;
    if (there === undefined && (!(flags & OPEN_MODE.CREAT) || !files.has(path.slice(0, path.lastIndexOf('/')))))
      return missing(id);
    if (writes && (there === undefined || (flags & OPEN_MODE.TRUNC) !== 0)) {
      const mode = there?.mode ?? fileMode(Number(attributes.mode ?? 0o644));
      files.all.set(path, { content: Buffer.alloc(0), mode, uid: there?.uid ?? 0, gid: there?.gid ?? 0 });
    }
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(next);
    open.set(next++, path);
    sftp.handle(id, handle);
  });
  sftp.on('READ', (id, handle, offset, length) => {
    const file = fileOf(handle);
    if (file === undefined) return missing(id);
    const part = file.content.subarray(offset, offset + length);
    if (part.length === 0) sftp.status(id, STATUS_CODE.EOF);
    else sftp.data(id, part);
  });
  sftp.on('WRITE', (id, handle, offset, data) => {
    const file = fileOf(handle);
    if (file === undefined) return missing(id);
    if (trouble.cut()) return;
    if (trouble.diskFull()) return sftp.status(id, STATUS_CODE.FAILURE, 'No space left on device');
    const rest = file.content.subarray(offset + data.length);
    file.content = Buffer.concat([file.content.subarray(0, offset), data, rest]);
    done(id);
  });
  sftp.on('CLOSE', (id, handle) => {
    open.delete(handle.readUInt32BE(0));
    done(id);
  });
  sftp.on('STAT', (id, path) => show(id, files.all.get(path)));
  sftp.on('LSTAT', (id, path) => show(id, files.all.get(path)));
  sftp.on('FSTAT', (id, handle) => show(id, fileOf(handle)));
  sftp.on('SETSTAT', (id, path, attributes) => set(id, files.all.get(path), attributes));
  sftp.on('FSETSTAT', (id, handle, attributes) => set(id, fileOf(handle), attributes));
  sftp.on('REMOVE', (id, path) => (files.all.delete(path) ? done(id) : missing(id)));
};
