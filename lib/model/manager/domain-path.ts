/** The domains on the way to one, as they are named: `Global \ Branch`, as pages of an FMC spell it, is `Global/Branch`. */
export const domainNames = (domain: string): readonly string[] => domain.split(/[\\/]/).map((part) => part.trim());

/** A domain in the form in which two are compared: whatever its case, and however it is spelt. */
export const domainPath = (domain: string): string => domainNames(domain).join('/').toLowerCase();

/** Whether it is the domain that every FMC has. */
export const isGlobal = (domain: string): boolean => domainPath(domain) === 'global';

/** Whether a domain is somewhere below another, so that it sees its objects. */
export const isBelow = (domain: string, other: string): boolean =>
  domainPath(domain).startsWith(`${domainPath(other)}/`);
