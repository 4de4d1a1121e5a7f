import type { DiagramDevice, DiagramLink } from '../model/diagram';
import type { Effect } from './effect';

/** A device as it is drawn: with what a plan does to it. */
export interface PictureDevice extends Omit<DiagramDevice, 'target'> {
  /** `stack/id` of the target whose plan changes it. */
  readonly target?: string;
  readonly effect: Effect;
  /** How many objects are created, changed and deleted; undefined where nothing was planned. */
  readonly counts?: { readonly create: number; readonly update: number; readonly delete: number };
}

/** A connection as it is drawn. */
export interface PictureLink extends DiagramLink {
  readonly id: string;
  readonly effect: Effect;
  /** The VPN that it is part of, by its construct. */
  readonly name?: string;
}

/** The network as it is drawn. Ids begin with the stack. */
export interface Picture {
  readonly devices: readonly PictureDevice[];
  readonly links: readonly PictureLink[];
  /** Whether it shows a plan; else there is only what is declared. */
  readonly isPlanned: boolean;
}
