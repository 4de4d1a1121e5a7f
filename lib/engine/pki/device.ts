import type { Ask, Console } from '../../wire/console';
import type { Facts } from './observed';
import type { Prints, WantedKey } from './declared';

const yesNo = String.raw`\[yes\/no\]: ?$`;
/** A question, by words of it. */
export const asking = (text: string, answer: Ask['answer'], end = yesNo): Ask => ({
  prompt: new RegExp(`${text}[^\\n]*${end}`, 'i'),
  answer,
});
/** A question that was not foreseen is never answered with yes. */
export const notForeseen: Ask = { prompt: new RegExp(yesNo), answer: 'no' };

/** Keys and certificates in the words of one platform. */
export interface PkiDevice {
  /** The line that opens a trustpoint. Its group is the name. */
  readonly trustpoint: RegExp;
  /** What lists every certificate. */
  readonly list: string;
  /** What is typed, by the name of the trustpoint. */
  readonly lines: {
    readonly generate: (type: WantedKey['type'], label: string, bits: number) => string;
    readonly authenticate: (name: string) => string;
    readonly enroll: (name: string) => string;
    readonly importOwn: (name: string) => string;
    /** The passphrase comes behind it. */
    readonly importPkcs12: (name: string) => string;
    /** Takes the certificates of a trustpoint away. Absent where that is left to a person. */
    readonly clear?: (name: string) => string;
  };
  /** What an enrolment asks, and the answers. */
  readonly enrollAsks: readonly Ask[];
  /** What the import of a certificate asks besides, and the answers. */
  readonly importAsks: readonly Ask[];
  /** Lines that look like a refusal and that these dialogues print when all is well. */
  readonly usual: readonly RegExp[];
  /** Asks a device what keys and certificates it has. */
  readFacts(console: Console): Promise<Facts>;
  /** The fingerprints in what is printed before the question whether an authority is trusted. */
  prints(text: string): Partial<Prints>;
}
