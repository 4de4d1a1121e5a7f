import { randomBytes } from 'node:crypto';

/** The serial number of a simulated device: no two have the same. */
export const newSerial = (): string => `LAB${randomBytes(4).toString('hex').toUpperCase()}`;
