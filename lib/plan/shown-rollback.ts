import { otherSecret } from '../model/secret';

const why = 'cannot be taken back by typing, the previous value is not kept here';

const honestLine = (line: string): string => {
  const at = line.indexOf(otherSecret);
  if (at === -1) return line;
  const [, indent = '', lead = ''] = /^(\s*)(.*)$/.exec(line.slice(0, at))!;
  return lead === '' ? `${indent}(${why})` : `${indent}! ${lead.trimEnd()}: ${why}`;
};

/**
 * A step of the way back as it may be shown: what would bring back a secret that is kept nowhere is a remark, and never
 * a command, since a device would take the words that stand for the secret as its new value.
 */
export const honest = (step: unknown): unknown => {
  if (typeof step === 'string') return step.includes(otherSecret) ? step.split('\n').map(honestLine).join('\n') : step;
  if (Array.isArray(step)) return step.map(honest);
  if (typeof step !== 'object' || step === null) return step;
  return Object.fromEntries(Object.entries(step).map(([key, member]) => [key, honest(member)]));
};
