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
export class SftpServer {
  private readonly open = new Map<number, string>();
  private next = 0;

  constructor(
    private readonly sftp: SFTPWrapper,
    private readonly files: LabFiles,
    private readonly trouble: SftpTrouble,
  ) {}

  serve(): void {
    const { sftp, files } = this;
    sftp.on('OPEN', (id, path, flags, attributes) => this.opens(id, path, flags, attributes));
    sftp.on('READ', (id, handle, offset, length) => this.read(id, handle, offset, length));
    sftp.on('WRITE', (id, handle, offset, data) => this.write(id, handle, offset, data));
    sftp.on('CLOSE', (id, handle) => {
      this.open.delete(handle.readUInt32BE(0));
      this.done(id);
    });
    sftp.on('STAT', (id, path) => this.show(id, files.all.get(path)));
    sftp.on('LSTAT', (id, path) => this.show(id, files.all.get(path)));
    sftp.on('FSTAT', (id, handle) => this.show(id, this.fileOf(handle)));
    sftp.on('SETSTAT', (id, path, attributes) => this.set(id, files.all.get(path), attributes));
    sftp.on('FSETSTAT', (id, handle, attributes) => this.set(id, this.fileOf(handle), attributes));
    sftp.on('REMOVE', (id, path) => (files.all.delete(path) ? this.done(id) : this.missing(id)));
  }

  private opens(id: number, path: string, flags: number, attributes: InputAttributes): void {
    const { files } = this;
    const there = files.all.get(path);
    const writes = (flags & OPEN_MODE.WRITE) !== 0;
    if (there === undefined && (!(flags & OPEN_MODE.CREAT) || !files.has(path.slice(0, path.lastIndexOf('/')))))
      return this.missing(id);
    if (writes && (there === undefined || (flags & OPEN_MODE.TRUNC) !== 0)) {
      const mode = there?.mode ?? fileMode(Number(attributes.mode ?? 0o644));
      files.all.set(path, { content: Buffer.alloc(0), mode, uid: there?.uid ?? 0, gid: there?.gid ?? 0 });
    }
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(this.next);
    this.open.set(this.next++, path);
    this.sftp.handle(id, handle);
  }

  private read(id: number, handle: Buffer, offset: number, length: number): void {
    const file = this.fileOf(handle);
    if (file === undefined) return this.missing(id);
    const part = file.content.subarray(offset, offset + length);
    if (part.length === 0) this.sftp.status(id, STATUS_CODE.EOF);
    else this.sftp.data(id, part);
  }

  private write(id: number, handle: Buffer, offset: number, data: Buffer): void {
    const file = this.fileOf(handle);
    if (file === undefined) return this.missing(id);
    if (this.trouble.cut()) return;
    if (this.trouble.diskFull()) return this.sftp.status(id, STATUS_CODE.FAILURE, 'No space left on device');
    const rest = file.content.subarray(offset + data.length);
    file.content = Buffer.concat([file.content.subarray(0, offset), data, rest]);
    this.done(id);
  }

  private set(id: number, file: LabFile | undefined, attributes: InputAttributes): void {
    if (file === undefined) return this.missing(id);
    changed(file, attributes);
    this.done(id);
  }

  private show(id: number, file: LabFile | undefined): void {
    if (file) this.sftp.attrs(id, attributesOf(file));
    else this.missing(id);
  }

  private fileOf(handle: Buffer): LabFile | undefined {
    return this.files.all.get(this.open.get(handle.readUInt32BE(0)) ?? '');
  }

  private missing(id: number): void {
    this.sftp.status(id, STATUS_CODE.NO_SUCH_FILE, 'No such file');
  }

  private done(id: number): void {
    this.sftp.status(id, STATUS_CODE.OK);
  }
}
