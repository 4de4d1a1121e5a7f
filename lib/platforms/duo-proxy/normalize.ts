import { soundIni } from '../../desired/ini/file';
import { readSection, type IniSection } from '../../desired/ini/section';
import type { Live, SecretBook } from '../../desired/item';
import { nounOfSectionName } from './grammar';

/**
 * The sections of the file that are nouns, by name. Sections of types that no noun knows are left out: they are not
 * managed by Tunnelwright. `wanted` gives the declared section of a name, so that its secrets can be judged.
 */
export const normalize = (
  text: string,
  book: SecretBook,
  where: { readonly target: string; readonly file: string },
  wanted: (name: string) => IniSection | undefined,
): Live<IniSection> =>
  new Map(
    soundIni(text, where.target, where.file).flatMap((block) => {
      const found = block.name === undefined ? undefined : nounOfSectionName(block.name);
      if (found === undefined) return [];
      return [[block.name!, readSection(found.grammar, block, book, wanted(block.name!))] as const];
    }),
  );

/** Where the proxy writes its log; undefined where it writes none to a file. */
export const logFileOf = (text: string, directory: string): string | undefined => {
  const main = soundIni(text, '', '').find(({ name }) => name?.toLowerCase() === 'main');
  const valueOf = (key: string) => main?.lines.find((line) => line.key === key)?.value;
  if (['0', 'no', 'false', 'off'].includes((valueOf('log_file') ?? 'true').toLowerCase())) return undefined;
  const place = valueOf('log_dir') ?? 'log';
  return `${place.startsWith('/') ? place : `${directory}/${place}`}/authproxy.log`;
};
