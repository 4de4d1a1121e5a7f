import { masked } from '../model/secret';

const squeezed = (text: string): string => text.replace(/\s/g, '');

/** The last words of a device, short and on one line. What we typed is not a word of the device, and may be a secret. */
export const quoted = (text: string, typed: readonly string[]): string => {
  const own = typed.map(squeezed).filter((line) => line !== '');
  const lines = text
    .split(/[\r\n]+/)
    .map((line) =>
      [...line]
        .filter((c) => c >= ' ' && c !== '\u007f')
        .join('')
        .trim(),
    )
    .filter((line) => line !== '' && !own.some((each) => squeezed(line).endsWith(each)));
  const last = lines.slice(-3).map(masked).join(' / ');
  return `"${last.length > 200 ? `… ${last.slice(-200)}` : last}"`;
};
