import { createRequire } from 'node:module';
import { fail } from '../kernel/problem';

const load = createRequire(__filename);

/** A package that only those install who read such files. */
export const driver = <Module>(name: string, what: string, specifier: string = name): Module => {
  try {
    return load(specifier) as Module;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    return fail(
      'inventory.driver',
      what,
      `what reads it, the package ${name}, is not installed`,
      `install it beside tunnelwright: npm install ${name}`,
    );
  }
};
