const opening = /^banner \S+ (\^C|\S)/;

interface Apart {
  /** The text with empty lines in place of the banners, so that the numbers of all other lines stay. */
  readonly text: string;
  /** Each line of a banner as it stands, `banner` and delimiters among them. */
  readonly banners: readonly { readonly line: number; readonly text: string }[];
}

/** Banner text can look like commands; it is no configuration of ours. */
export const bannersApart = (text: string): Apart => {
  let delimiter: string | undefined;
  const banners: { line: number; text: string }[] = [];
  const kept = text.split('\n').map((line, at) => {
    if (delimiter === undefined) {
      const begins = line.startsWith('banner ') ? opening.exec(line) : null;
      if (begins === null) return line;
      if (!line.slice(begins[0].length).includes(begins[1]!)) delimiter = begins[1];
    } else if (line.includes(delimiter)) delimiter = undefined;
    banners.push({ line: at + 1, text: line });
    return '';
  });
  return { text: kept.join('\n'), banners };
};

export const withoutBanners = (text: string): string => (text.includes('banner ') ? bannersApart(text).text : text);
