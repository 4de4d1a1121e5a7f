import { fail } from '../../../kernel/problem';
import type { JsonObject } from '../../../kernel/json';
import type { Ports } from '../../../contract/session';

/** The content of a file that goes to the FMC: text of its own, or a file that is read when it is sent. */
export type Payload = { readonly text: string } | { readonly file: string };

/** What of a body goes as text beside the file: the file's name stands with the file. */
export const formMembers = (body: JsonObject) => {
  const { payloadFile, fileName, links: _links, metadata: _metadata, type: _type, ...members } = body;
  const texts = Object.fromEntries(Object.entries(members).map(([key, value]) => [key, String(value)]));
  return { members: texts, payload: payloadFile as unknown as Payload, fileName: String(fileName) };
};

/** A body as the form that the FMC takes for files: text members, and the file itself under `payloadFile`. */
export const formOf = async (body: JsonObject, ports: Ports): Promise<FormData> => {
  const { members, payload, fileName } = formMembers(body);
  const bytes = 'text' in payload ? Buffer.from(payload.text, 'utf8') : await ports.files.bytes(payload.file);
  if (bytes === undefined)
    return fail(
      'file.missing',
      'payloadFile',
      `there is no file ${'file' in payload ? payload.file : ''}`,
      'check its path',
    );
  const form = new FormData();
  for (const [key, value] of Object.entries(members)) form.append(key, value);
  form.append('payloadFile', new Blob([new Uint8Array(bytes)]), fileName);
  return form;
};
