import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';

/** Histories that workflows of this and of earlier versions left, a folder for each version of the workflow. */
export const histories = resolve(__dirname, '../../temporal/histories');

/** `KEEP_HISTORIES=v2`: keeps the history of a workflow in the folder of that version. Otherwise nothing is written. */
export const keepHistory = async (name: string, client: Client, workflowId: string): Promise<void> => {
  const version = process.env['KEEP_HISTORIES'];
  if (version === undefined) return;
  const folder = join(histories, version);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(historyToJSON(history))}\n`);
};

/** All kept histories: `v1/rolled-back` and what is in its file. */
export const keptHistories = (): readonly (readonly [name: string, history: unknown])[] =>
  existsSync(histories)
    ? readdirSync(histories, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.json'))
        .sort()
        .map((file) => [file.slice(0, -5), JSON.parse(readFileSync(join(histories, file), 'utf8'))])
    : [];
