/** How a command ends: the number that a shell sees. */
export const exit = { clean: 0, error: 1, changes: 2, unknown: 3, interrupted: 130 } as const;
