import { z } from 'zod';
import { noun } from '../noun';
import { text } from '../values';

/** A firewall, or a high-availability pair, that the FMC manages: looked up by name, never created. */
export const ftdDevice = noun('ftd-device', 'FTD device', z.strictObject({ name: text(128) }));
