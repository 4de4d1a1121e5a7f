import type { Rig } from './rig';
import { storeWith } from './store-with';

/** The same devices, with what the journals say of all of them in the order in which it was said. */
export const listening = (rig: Rig): { readonly heard: Rig; readonly notes: readonly string[] } => {
  const notes: string[] = [];
  const note = async (target: string, text: string): Promise<void> => {
    notes.push(`${target.replace('net/', '')} ${text.split(' ')[0]}`);
    await rig.store.note(target, text);
  };
  return { heard: { ...rig, store: storeWith(rig.store, { note }) }, notes };
};

export const before = (notes: readonly string[], first: string, second: string): void => {
  expect(notes).toEqual(expect.arrayContaining([first, second]));
  expect(notes.lastIndexOf(first)).toBeLessThan(notes.lastIndexOf(second));
};
