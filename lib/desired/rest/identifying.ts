/** Members that say what an object is and where: they come from its name and kind. */
export const identifying: ReadonlySet<string> = new Set(['id', 'name', 'type']);
