import { github } from './github';
import { gitlab } from './gitlab';
import type { Pipeline } from './pipeline';

/** By the name that `--ci` takes. */
export const pipelines: Readonly<Record<string, Pipeline | undefined>> = { github, gitlab, none: undefined };

export const pipelineNames: readonly string[] = Object.keys(pipelines);
