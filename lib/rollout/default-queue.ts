/** The task queue of workers that serve no label, where none is named. Help names it, and loads nothing else for it. */
export const defaultQueue = 'tunnelwright';
