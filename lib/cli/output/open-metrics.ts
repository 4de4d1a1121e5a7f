import { visible } from '../../kernel/text';

/** One series: its labels and its value. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A family of gauges. `help` is a sentence without a point. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly samples: readonly Sample[];
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };
const quoted = (text: string): string => `"${visible(text).replace(/[\\"\n]/g, (one) => escapes[one]!)}"`;

const seriesOf = (name: string, { labels }: Sample): string =>
  `${name}{${Object.entries(labels)
    .map(([label, value]) => `${label}=${quoted(value)}`)
    .join(',')}}`;

/** A series may stand once: of several the lowest counts, which is the one to act on first. */
const linesOf = ({ name, samples }: Gauge): readonly string[] => {
  const lowest = new Map<string, number>();
  for (const sample of samples) {
    const series = seriesOf(name, sample);
    lowest.set(series, Math.min(sample.value, lowest.get(series) ?? Infinity));
  }
  return [...lowest].map(([series, value]) => `${series} ${value}`);
};

/** Gauges as OpenMetrics text 1.0, which Prometheus and the textfile collector of node_exporter read. */
export const openMetrics = (gauges: readonly Gauge[]): string =>
  [
    ...gauges.flatMap((gauge) => [
      `# TYPE ${gauge.name} gauge`,
      `# HELP ${gauge.name} ${gauge.help}`,
      ...linesOf(gauge),
    ]),
    '# EOF',
    '',
  ].join('\n');
