import type { IConstruct } from 'constructs';
import { declare } from '../../lib/synth/declaration';

/**
 * What a rollout selects devices by, as CDK's tags: `Labels.of(region).add('region', 'south')`. A label counts for the
 * construct that it is added to and for all below it; where both have one of that name, the nearest counts.
 */
export class Labels {
  private constructor(private readonly scope: IConstruct) {}

  /** The labels of a device, or of what contains devices: a module, a stack. */
  static of(scope: IConstruct): Labels {
    return new Labels(scope);
  }

  /** Adds a label; name and value are 1 to 63 letters, digits or `_ . / -`. */
  add(name: string, value: string): this {
    declare(this.scope, { as: 'label', name, value });
    return this;
  }

  /** Adds several labels: those of a row of an inventory. */
  addAll(labels: Readonly<Record<string, string>>): this {
    for (const [name, value] of Object.entries(labels)) this.add(name, value);
    return this;
  }
}
