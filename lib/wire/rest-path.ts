import { quotedText } from '../kernel/limits';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** An id as the FMC and ISE give them. */
export const isUuid = (id: unknown): id is string => typeof id === 'string' && uuid.test(id);

/** One word of a path: an id of any service, or the name of a collection. */
const word = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;
export const isPathWord = (text: unknown): text is string => typeof text === 'string' && word.test(text);

/** Ids come from outside: a path that one of them would lead elsewhere is never asked for. Returns the path. */
export const soundPath = (path: string): string => {
  const [place = '', query = ''] = path.split('?', 2);
  const words = place.replace(/^\//, '').split('/');
  if (words.every(isPathWord) && /^[\w=&.:;,%+-]*$/.test(query) && path.split('?').length <= 2) return path;
  throw new Error(`the path '${quotedText(path, 120)}' is not asked for: an id in it is not an id`);
};
