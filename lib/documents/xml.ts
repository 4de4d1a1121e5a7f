import { createRequire } from 'node:module';
import type * as xmlbuilder from 'xmlbuilder2';

const load = createRequire(__filename);
/** Loaded with the first document: it is half as large as all of Tunnelwright, and few programs write XML. */
const builder = (): typeof xmlbuilder => load('xmlbuilder2') as typeof xmlbuilder;

/** An element: its text comes before its children, as Cisco's mixed elements have it. */
export interface Element {
  readonly name: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly Element[];
}

export const element = (name: string, text?: unknown, children?: readonly (Element | undefined)[]): Element => ({
  name,
  ...(text === undefined ? {} : { text: String(text) }),
  ...(children === undefined ? {} : { children: children.filter((child) => child !== undefined) }),
});
export const withAttributes = (of: Element, attributes: Readonly<Record<string, string | undefined>>): Element => {
  const given = Object.entries(attributes).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length === 0 ? of : { ...of, attributes: Object.fromEntries(given) };
};

type Builder = ReturnType<typeof xmlbuilder.create>;
const add = (to: Builder, { name, text, attributes, children = [] }: Element): void => {
  const here = to.ele(name, attributes ?? {});
  if (text !== undefined && text !== '') here.txt(text);
  for (const child of children) add(here, child);
};

/** Text before children stands behind its tag, as Cisco's own editor writes it: not every reader trims what it reads. */
const close = (xml: string): string => xml.replace(/>\n\s+([^<\s][^<\n]*)\n/g, '>$1\n');

/** One element and what is in it, on one line, without a declaration. */
export const xmlLine = (root: Element): string => {
  const document = builder().create();
  add(document, root);
  return document.end({ headless: true });
};

/** An XML file with one element and what is in it, indented. */
export const xmlText = (root: Element): string => {
  const document = builder().create({ version: '1.0', encoding: 'UTF-8' });
  add(document, root);
  return `${close(document.end({ prettyPrint: true }))}\n`;
};
