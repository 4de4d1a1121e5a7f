/** Whether a text is as a pattern says, in which `*` stands for any characters, or none: `branch-*`. */
export const matcherOf = (pattern: string): ((text: string) => boolean) => {
  const whole = new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'u');
  return (text) => whole.test(text);
};
