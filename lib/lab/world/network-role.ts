const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const idOf = (name: string): string => `"id":\\s*"\\{[a-z0-9]+:${escaped(name)}\\}"`;

/** What a network object must be where a program gives firewalls another value of it. `text`: the requests of the program. */
export const overriddenAs = (text: string, name: string): 'Host' | 'Network' | 'Range' | undefined => {
  const override = new RegExp(`"parent":\\s*\\{\\s*${idOf(name)},\\s*"type":\\s*"(Host|Network|Range)"`);
  return override.exec(text)?.[1] as 'Host' | 'Network' | 'Range' | undefined;
};

/** Whether routes of the program go to it. */
export const isNextHop = (text: string, name: string): boolean =>
  new RegExp(`"gateway":\\s*\\{\\s*"object":\\s*\\{\\s*${idOf(name)}`).test(text);
