import { fail } from '../../kernel/problem';
import type { JsonObject } from '../../kernel/json';
import type { Ports } from '../platform';

/** The content of a file that goes to the FMC: text of its own, or a file that is read when it is sent. */
export type Payload = { readonly text: string } | { readonly file: string };

/** A body as the form that the FMC takes for files: text members, and the file itself under `payloadFile`. */
export const formOf = async (body: JsonObject, ports: Ports): Promise<FormData> => {
  const { payloadFile, fileName, links: _links, metadata: _metadata, type: _type, ...members } = body;
  const payload = payloadFile as unknown as Payload;
  const bytes = 'text' in payload ? Buffer.from(payload.text, 'utf8') : await ports.files.bytes(payload.file);
  if (bytes === undefined)
    return fail(
      'file.missing',
      'payloadFile',
      `there is no file ${'file' in payload ? payload.file : ''}`,
      'check its path',
    );
  const form = new FormData();
  for (const [key, value] of Object.entries(members)) form.append(key, String(value));
  form.append('payloadFile', new Blob([new Uint8Array(bytes)]), String(fileName));
  return form;
};
