import type { JsonObject } from '../../../../kernel/json';

/** The parts of a `multipart/form-data` body: text by name; a file as `payload` with its `fileName`. */
export const formOf = (bytes: Buffer, contentType: string): JsonObject | undefined => {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) return undefined;
  const text = bytes.toString('latin1');
  const parts = text.split(`--${boundary}`).slice(1, -1);
  return Object.fromEntries(
    parts.flatMap((part): [string, string][] => {
      const cut = part.indexOf('\r\n\r\n');
      const head = part.slice(0, cut);
      const value = Buffer.from(part.slice(cut + 4, -2), 'latin1').toString('utf8');
      const name = /; name="([^"]*)"/.exec(head)?.[1] ?? '';
      const file = /; filename="([^"]*)"/.exec(head)?.[1];
      if (file === undefined) return [[name, value]];
      return name === 'payloadFile'
        ? [
            ['fileName', file],
            ['payload', value],
          ]
        : [];
    }),
  );
};
