import { appendFileSync, existsSync } from 'node:fs';
import ipaddr from 'ipaddr.js';
import { faultWords } from '../kernel/fault';
import { problem, type Problem } from '../kernel/problem';
import { isIpv4Cidr, networkOf } from '../kernel/ip';
import { readText } from './read-text';

/** What a pool divides, and where it is written which pair has which network. */
export interface PoolSettings {
  readonly network: string;
  readonly prefixLength: 30 | 31;
  readonly file: string;
}

/** Names that stand in the file as they are. */
const name = /^[A-Za-z0-9_./@-]+$/;
const heading = 'first,second,network';

const numberOf = (address: string): number =>
  ipaddr.IPv4.parse(address).octets.reduce((sum, octet) => sum * 256 + octet, 0);
const addressOf = (number: number): string => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');

/** Networks of one size for pairs of names, kept in a file: what a pair has once it keeps. */
export class Pool {
  private readonly networks = new Map<string, string>();
  private readonly taken = new Set<number>();
  private next = 0;
  /** What ends the last line of the file, which a person may have left without an end. */
  private lineEnd = '';
  /** What is wrong with the pool itself; it then gives provisional networks. */
  readonly problems: readonly Problem[];

  /** `frozen`: nothing may be added to the file, as in a pipeline, where it would be lost. */
  constructor(
    private readonly settings: PoolSettings,
    private readonly frozen: boolean,
  ) {
    const wrong = this.wrongNetwork();
    this.problems = wrong.length > 0 ? wrong : this.read();
  }

  /** The network of a pair and the two addresses in it, the first for `one`; or why there is none. */
  between(
    one: string,
    other: string,
  ): { readonly ends: readonly [string, string]; readonly number: number; readonly problems: readonly Problem[] } {
    const unnamed = [one, other].filter((each) => !name.test(each));
    const problems = [
      ...unnamed.map((each) => this.wrong(`'${each}' cannot stand in a pool`, 'use letters, digits and _ . / @ -')),
      ...(one === other ? [this.wrong(`${one} is paired with itself`, 'name the other end')] : []),
    ];
    const [first, second] = [one, other].sort() as [string, string];
    const known = this.networks.get(`${first},${second}`);
    const given = known === undefined ? this.add(first, second, problems.length > 0) : { network: known, problems: [] };
    const ends = this.endsOf(given.network);
    const number = this.slotOf(given.network) ?? 0;
    return { number, ends: one === first ? ends : [ends[1], ends[0]], problems: [...problems, ...given.problems] };
  }

  private wrong(message: string, hint: string, line?: number): Problem {
    return problem('pool', line === undefined ? this.settings.file : `${this.settings.file}:${line}`, message, hint);
  }

  private wrongNetwork(): readonly Problem[] {
    const { network, prefixLength } = this.settings;
    if (!isIpv4Cidr(network))
      return [this.wrong(`'${network}' is not an IPv4 network`, 'write it with its length: 10.255.0.0/16')];
    if (networkOf(network) !== network)
      return [this.wrong(`${network} has bits beyond its length`, `write ${networkOf(network)}`)];
    return Number(network.split('/')[1]) > prefixLength
      ? [this.wrong(`${network} is smaller than one /${prefixLength}`, 'give the pool a larger network')]
      : [];
  }

  private read(): readonly Problem[] {
    const { file } = this.settings;
    if (!existsSync(file)) return [];
    const text = readText(file);
    if (text !== '' && !text.endsWith('\n')) this.lineEnd = '\n';
    const lines = text.split(/\r?\n/);
    return lines.flatMap((line, i) => (line === '' || line === heading ? [] : this.take(line, i + 1)));
  }

  /** A line of the file: a pair and its network. */
  private take(line: string, at: number): readonly Problem[] {
    const [first = '', second = '', network = '', ...rest] = line.split(',');
    if (!name.test(first) || !name.test(second) || !isIpv4Cidr(network) || rest.length > 0)
      return [this.wrong('is not a pair and its network', `write ${heading}, or delete the line`, at)];
    const slot = this.slotOf(network);
    if (slot === undefined)
      return [
        this.wrong(
          `${network} is not a /${this.settings.prefixLength} of ${this.settings.network}`,
          'delete the line and the pair gets another, or correct the pool',
          at,
        ),
      ];
    const key = [first, second].sort().join(',');
    // Two branches of a repository may each have given a network away.
    if (this.taken.has(slot) || this.networks.has(key))
      return [
        this.wrong(
          this.networks.has(key) ? `${first} and ${second} have a network already` : `${network} is given twice`,
          'delete the line of the tunnel that is not configured yet',
          at,
        ),
      ];
    this.taken.add(slot);
    this.networks.set(key, network);
    return [];
  }

  private get size(): number {
    return 2 ** (32 - this.settings.prefixLength);
  }
  private get slots(): number {
    return 2 ** (this.settings.prefixLength - Number(this.settings.network.split('/')[1]));
  }
  private get base(): number {
    return numberOf(this.settings.network.split('/')[0]!);
  }

  private slotOf(network: string): number | undefined {
    if (!isIpv4Cidr(this.settings.network)) return undefined;
    const [address, length] = network.split('/');
    const slot = (numberOf(address!) - this.base) / this.size;
    const fits = Number(length) === this.settings.prefixLength && Number.isInteger(slot);
    return fits && slot >= 0 && slot < this.slots ? slot : undefined;
  }

  private endsOf(network: string): readonly [string, string] {
    const [address, length] = network.split('/');
    const first = numberOf(address!) + (length === '31' ? 0 : 1);
    return [`${addressOf(first)}/${length}`, `${addressOf(first + 1)}/${length}`];
  }

  /** The lowest free network for a new pair, written down at once. */
  private add(first: string, second: string, provisional: boolean): { network: string; problems: readonly Problem[] } {
    const { network: whole, prefixLength } = this.settings;
    if (this.problems.length > 0 || provisional) return { network: `192.0.2.0/${prefixLength}`, problems: [] };
    while (this.taken.has(this.next)) this.next += 1;
    if (this.next >= this.slots)
      return {
        network: `192.0.2.0/${prefixLength}`,
        problems: [
          this.wrong(
            `${whole} has no /${prefixLength} left for ${first} and ${second}`,
            'delete the lines of pairs that are gone, or give new pairs a second pool',
          ),
        ],
      };
    const network = `${addressOf(this.base + this.next * this.size)}/${prefixLength}`;
    this.taken.add(this.next);
    this.networks.set(`${first},${second}`, network);
    if (this.frozen)
      return {
        network,
        problems: [
          this.wrong(
            `${first} and ${second} have no network in it, and nothing is added where CI is set`,
            'run `tunnelwright synth` where you work, and commit the file',
          ),
        ],
      };
    return { network, problems: this.write(`${first},${second},${network}`) };
  }

  private write(line: string): readonly Problem[] {
    const { file } = this.settings;
    try {
      appendFileSync(file, existsSync(file) ? `${this.lineEnd}${line}\n` : `${heading}\n${line}\n`);
      this.lineEnd = '';
      return [];
    } catch (error) {
      return [this.wrong(faultWords(error), 'it must be written: check its mode and directory')];
    }
  }
}
