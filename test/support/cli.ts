import { cliDialectOf } from '../../lib/desired/cli/dialect';
import { parseTree as parse, type Node } from '../../lib/desired/cli/tree';
import { syntax } from '../../lib/platforms/iosxe/syntax';

/** The dialect of a command line like that of a router. */
export const cliDialect = cliDialectOf(syntax);

const { comment, closers, leave } = syntax;
/** A configuration without texts of several lines. */
export const parseTree = (text: string): readonly Node[] => parse(text, { comment, closers, leave });
