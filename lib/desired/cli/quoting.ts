/** Of a line that opens text which may go on over the lines below it: whether a line ends that text, the first among them. */
export type Quoting = (line: string) => ((line: string, isFirst: boolean) => boolean) | undefined;
