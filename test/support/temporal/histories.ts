import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';

const { History } = temporal.api.history.v1;

/** Histories that workflows of this and of earlier versions left, a folder for each version of the workflow. */
export const histories = resolve(__dirname, '../../temporal/histories');

/** `KEEP_HISTORIES=v2`: keeps the history of a workflow in the folder of that version. Otherwise nothing is written. */
export const keepHistory = async (name: string, client: Client, workflowId: string): Promise<void> => {
  const version = process.env['KEEP_HISTORIES'];
  if (version === undefined) return;
  const folder = join(histories, version);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  const history = await client.workflow.getHandle(workflowId).fetchHistory();
  writeFileSync(join(folder, `${name}.bin`), History.encode(history).finish());
};

/** All kept histories, as the protocol of Temporal writes them: `v1/rolled-back` and what is in its file. */
export const keptHistories = (): readonly (readonly [name: string, history: temporal.api.history.v1.IHistory])[] =>
  existsSync(histories)
    ? readdirSync(histories, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.bin'))
        .sort()
        .map((file) => [file.slice(0, -'.bin'.length), History.decode(readFileSync(join(histories, file)))] as const)
    : [];
