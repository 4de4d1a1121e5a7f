import { md5Of } from '../../desired/cli/device-file';
import type { Ask, Console } from '../../wire/console';
import { refusal } from '../../wire/device-words';
import type { Files } from '../../engine/cli/push';
import { digestIn } from './observe';

/** Sends a file; what the device says when it does not take it comes back. */
export type SendFile = (at: string, text: string) => Promise<string | undefined>;

/**
 * Not proven on a device: what `rename` prints, that an SCP upload needs no answer at the terminal, and whether a router
 * reads a changed profile again by itself (else the next session of each client still gets the old one until the line
 * that registers it is typed anew).
 */

/**
 * No configuration timer knows of files, so what was there is kept beside it until the configuration is confirmed, and
 * put back when that is taken back.
 */
export type Flash = Files;

const asks: readonly Ask[] = [
  { prompt: /Destination filename \[[^\]]*\]\? ?$/, answer: '' },
  { prompt: /\[confirm\] ?$/, answer: '' },
];
const move = async (console: Console, from: string, to: string): Promise<string | undefined> =>
  refusal((await console.dialogue(`rename ${from} ${to}`, asks)).output);
const remove = async (console: Console, at: string): Promise<void> =>
  void (await console.dialogue(`delete /force ${at}`, asks));
const digest = async (console: Console, at: string): Promise<string | undefined> =>
  digestIn((await console.send([`verify /md5 ${at}`]))[0]!.output, at, console.hostname);

/** Beside the file: what it was, and what it shall be while that is on its way. */
const [old, draft] = [(at: string) => `${at}.old`, (at: string) => `${at}.new`];

export const flashOf = (send: SendFile): Flash => {
  /** In the order in which they were touched, and whether something was there before. */
  const touched: { readonly at: string; readonly had: boolean }[] = [];

  const aside = async (console: Console, at: string): Promise<string | undefined> => {
    const had = (await digest(console, at)) !== undefined;
    touched.push({ at, had });
    if (!had) return undefined;
    await remove(console, old(at));
    return move(console, at, old(at));
  };

  const put = async (console: Console, at: string, text: string): Promise<string | undefined> => {
    await remove(console, draft(at));
    const words = await send(draft(at), text);
    if (words !== undefined) return words;
    const came = await digest(console, draft(at));
    if (came !== md5Of(text)) {
      await remove(console, draft(at));
      return `what arrived has MD5 ${came ?? '(nothing)'}, sent was ${md5Of(text)}`;
    }
    return (await aside(console, at)) ?? (await move(console, draft(at), at));
  };

  return {
    take: (console, { at, text }) => (text === undefined ? aside(console, at) : put(console, at, text)),
    restore: async (console) => {
      for (const { at, had } of touched.splice(0).reverse()) {
        await remove(console, at);
        if (had) await move(console, old(at), at);
      }
    },
    release: async (console) => {
      for (const { at, had } of touched.splice(0)) if (had) await remove(console, old(at));
    },
  };
};
