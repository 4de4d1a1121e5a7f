import { z } from 'zod';
import type { StackDiagram } from '../../../diagram/picture';
import { isPlainLine } from '../../../kernel/text';
import { diagram } from '../../../model/diagram';
import { byFact } from '../../../rules/engine/places';
import { judge, nothingFound, today } from '../../../rules/engine/waiver';
import type { Manifest } from '../../../run/manifest';
import type { PageFinding } from './data';

/** What a page shows besides how each target ended. */
export interface Planned {
  readonly networks: readonly StackDiagram[];
  readonly findings: readonly PageFinding[];
  /** When it was made, in words. */
  readonly made: string;
}

const line = z.string().refine(isPlainLine);

/** The same as a saved plan has it, which may come from another machine: only what a page can show. */
export const plannedShape: z.ZodType<Planned> = z.object({
  networks: z.array(z.object({ stack: line, diagram })),
  findings: z.array(
    z.object({
      rule: line,
      severity: z.enum(['error', 'warning', 'note']),
      path: line,
      message: z.string(),
      remedy: z.string(),
      waived: z.string().optional(),
    }),
  ),
  made: line,
});

/** `2026-03-01 14:05 UTC` */
export const minuteOf = (now: Date): string => `${now.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** A manifest of an earlier version has no diagram: its targets are drawn without what connects them. */
const diagramIn = ({ stack, targets, diagram }: Manifest): StackDiagram => ({
  stack,
  diagram: diagram ?? {
    devices: targets.map(({ id }) => ({ id, name: id, role: 'router', target: id, detail: '' })),
    links: [],
  },
});

const findingsIn = ({ lint = nothingFound }: Manifest): readonly PageFinding[] => {
  const { counted, waived } = judge(lint, today());
  const shown = ({ rule, severity, path, message, remedy }: PageFinding): PageFinding => ({
    ...{ rule, severity, path, message, remedy },
  });
  return [
    ...byFact(counted).map(shown),
    ...waived.map(({ found, waiver }) => ({ ...shown(found), waived: `until ${waiver.until}: ${waiver.reason}` })),
  ];
};

/** What the manifests say for a page. */
export const plannedIn = (manifests: readonly Manifest[], now = new Date()): Planned => ({
  networks: manifests.map(diagramIn),
  findings: manifests.flatMap(findingsIn),
  made: minuteOf(now),
});
