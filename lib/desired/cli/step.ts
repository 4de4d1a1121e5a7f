/** A file that is put where it belongs, or taken away. */
export interface FileChange {
  readonly at: string;
  /** What shall be in it; undefined takes it away, or leaves it as it was before. */
  readonly text?: string;
}

/** What is typed for one object, from the top level and back to it. Indented by depth. */
export interface CliStep {
  readonly lines: readonly string[];
  /** The step is this, and not typed; the lines are words for it. */
  readonly file?: FileChange;
}
