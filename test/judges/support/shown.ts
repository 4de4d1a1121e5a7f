/** A command of a device, and who reads what it shows. */
export interface Case {
  readonly command: string;
  /** Module and class below `genie.libs.parser`. */
  readonly genie?: string;
  /** Platform of a template. */
  readonly ntc?: string;
}

/** What each reader should find, by command. */
export interface Found {
  readonly genie?: unknown;
  readonly ntc?: unknown;
  /** Why Genie finds something else, where it does. */
  readonly unlike?: string;
}
export type Truth = Readonly<Record<string, Found>>;

/** At least these members. */
export const part = (members: object): unknown => expect.objectContaining(members) as unknown;
