/**
 * The house of `lib/README.md`, as tests: floors, rooms, who may touch the outside world, what shared code may not ask.
 * Each finding says which file, which line, which rule, and where the thing should go.
 */
import { grammar as asaGrammar } from '../lib/platforms/asa/grammar';
import { grammar as duoProxyGrammar } from '../lib/platforms/duo-proxy/grammar';
import { grammar as duoAdminGrammar } from '../lib/platforms/duo-admin/grammar';
import { grammar as fmcGrammar } from '../lib/platforms/fmc/grammar';
import { grammar as folderGrammar } from '../lib/platforms/folder/grammar';
import { grammar as iosxeGrammar } from '../lib/platforms/iosxe/grammar';
import { grammar as iseGrammar } from '../lib/platforms/ise/grammar';
import { nouns } from '../lib/model/nouns';
import { targets } from '../lib/model/targets';
import { platformOf } from '../lib/platforms';
import { browserModules, sourcesOf, type Import, type Source } from './architecture/sources';

const lib = sourcesOf('lib');
const constructs = sourcesOf('constructs');
const examples = sourcesOf('examples');
const scripts = sourcesOf('scripts');
const testing = sourcesOf('testing');
const unit = sourcesOf('test/unit');

/** From the ground up. A floor imports only floors below it; the two of one row do not import each other. */
const house: readonly (readonly string[])[] = [
  ['kernel'],
  ['model'],
  ['documents'],
  ['wire', 'desired'],
  ['contract'],
  ['engine'],
  ['platforms', 'import'],
  ['rules'],
  ['plan', 'rollout'],
  ['diagram'],
  ['run'],
  ['synth', 'inventory'],
  ['cli'],
];
const floors = house.flat();
/** Rooms of one floor that build on one another, from the ground up. All other rooms of a floor do not meet. */
const rows: Readonly<Record<string, readonly (readonly string[])[]>> = {
  model: [['shared'], ['manager', 'firewall', 'router'], ['clients'], ['duo', 'ise']],
  engine: [['cli', 'rest'], ['pki']],
  import: [['text'], ['read'], ['site-to-site', 'remote-access', 'ikev1'], ['program']],
  rules: [['engine'], ['facts'], ['checks']],
  lab: [['server'], ['terminal', 'radius'], ['devices'], ['world']],
  run: [['secrets'], ['ledger'], ['rollout'], ['temporal']],
  synth: [['terraform']],
  cli: [['output', 'templates'], ['importing'], ['commands']],
};
const rowOf = (room: string): number => {
  const [, floor, name] = room.split('/');
  return (rows[floor!] ?? []).findIndex((row) => row.includes(name!));
};
const height = (floor: string): number => house.findIndex((row) => row.includes(floor));
const floorOf = (path: string): string => path.split('/')[1]!;
/** Folders whose rooms lie one deeper: `lab/devices/fmc`, `rules/checks/ikev2`. */
const corridors = ['lib/lab/devices/', 'lib/rules/checks/'];
/** The room of a file: `platforms/iosxe`, `constructs/ikev2`; undefined for a file of the floor itself. */
const roomOf = (path: string): string | undefined => {
  const parts = path.split('/');
  const depth = parts[0] === 'constructs' ? 2 : corridors.some((start) => path.startsWith(start)) ? 4 : 3;
  return parts.length > depth ? parts.slice(0, depth).join('/') : undefined;
};

const patterns = constructs.filter(({ path }) => path.startsWith('constructs/patterns/'));
/** Rooms of patterns, from the ground up. */
const patternRows: readonly (readonly string[])[] = [
  ['shared'],
  ['site-to-site', 'flexvpn', 'ftd-hub-and-spoke', 'duo', 'ise'],
  ['remote-access'],
];
const patternRoomOf = (path: string): string | undefined => /^constructs\/patterns\/([^/]+)\//.exec(path)?.[1];
const patternRowOf = (room: string): number => patternRows.findIndex((row) => row.includes(room));
/** What remote users connect to: `router` of `remote-access/router/checks.ts`. */
const headendOf = (path: string): string | undefined =>
  /^constructs\/patterns\/remote-access\/([^/]+)\//.exec(path)?.[1];

/** `lib`, `lib/run`, `lib/run/ledger` of a file there. */
const foldersOf = (path: string): readonly string[] =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, i, parts) => parts.slice(0, i + 1).join('/'));

const ours = (source: Source): readonly (Import & { readonly to: string })[] =>
  source.imports.filter((i): i is Import & { readonly to: string } => i.to !== undefined);
const packages = (source: Source): readonly Import[] => source.imports.filter((i) => i.to === undefined);
const within = (path: string, places: readonly (string | RegExp)[]): boolean =>
  places.some((place) => (typeof place === 'string' ? path === place || path.startsWith(place) : place.test(path)));

/** No finding; else all of them, one a line, without the noise of a comparison. */
const none = (findings: readonly string[]): void => {
  if (findings.length > 0) throw new Error(`\n${findings.join('\n')}\n`);
};

describe('floors', () => {
  test('every folder of lib is a floor of the house', () => {
    const known = [...floors, 'lab'];
    const strange = [...new Set(lib.map((s) => s.path).filter((p) => p.split('/').length > 2))].filter(
      (path) => !known.includes(floorOf(path)),
    );
    none(strange.map((path) => `${path}: no such floor; the floors are ${known.join(', ')}: move it into one of them`));
  });

  test('a floor imports only floors below it', () => {
    const wrong = (from: string, to: string): string | undefined => {
      if (!to.startsWith('lib/'))
        return `lib imports nothing of ${to.split('/')[0]}/: move what is needed into lib/model`;
      const [a, b] = [floorOf(from), floorOf(to)];
      if (a === b) return undefined;
      if (b === 'lab')
        return a === 'cli' ? undefined : 'only cli, test and scripts import lab: put it into lib/platforms';
      if (a === 'lab')
        return height(b) <= height('platforms')
          ? undefined
          : `lab imports platforms and below, not ${b}: put what both need into lib/desired or lib/kernel`;
      if (height(b) < height(a)) return undefined;
      return `${a} may import ${house.slice(0, height(a)).flat().join(', ') || 'nothing'}, not ${b}: move what is needed down, or this code up into lib/${b}`;
    };
    none(
      lib.flatMap((source) =>
        ours(source).flatMap((i) => {
          const rule = wrong(source.path, i.to);
          return rule ? [`${source.path}:${i.line} imports '${i.text}': ${rule}`] : [];
        }),
      ),
    );
  });

  test('constructs import synth, inventory, model and kernel of lib, and one another', () => {
    const open = ['lib/synth/', 'lib/inventory/', 'lib/model/', 'lib/kernel/', 'constructs/'];
    none(
      constructs.flatMap((source) =>
        ours(source)
          .filter((i) => !within(i.to, open))
          .map(
            (i) =>
              `${source.path}:${i.line} imports '${i.text}': constructs import lib/synth, lib/inventory, lib/model and lib/kernel only; what it needs belongs into lib/model`,
          ),
      ),
    );
  });

  test('testing stands on synth and lab: it imports no command, and loads the lab when a test starts one', () => {
    const open = ['lib/synth/', 'lib/platforms/', 'lib/rules/', 'lib/kernel/', 'testing/'];
    // The contract of stores names their interface, and loads nothing of it.
    const seam = ['lib/run/ledger/store.ts', 'lib/plan/ledger.ts'];
    none(
      testing.flatMap((source) =>
        ours(source)
          .filter(
            (i) =>
              !within(i.to, open) &&
              !(seam.includes(i.to) && i.loads === 'types') &&
              !(i.to.startsWith('lib/lab/') && i.loads !== 'now'),
          )
          .map(
            (i) =>
              `${source.path}:${i.line} imports '${i.text}': testing imports lib/synth, lib/platforms, lib/rules and lib/kernel, and lib/lab by import(); move what it needs down into one of them`,
          ),
      ),
    );
  });

  test('nothing imports testing', () => {
    none(
      [...lib, ...constructs].flatMap((source) =>
        ours(source)
          .filter((i) => i.to.startsWith('testing/'))
          .map(
            (i) => `${source.path}:${i.line} imports '${i.text}': testing is for users, put what both need into lib`,
          ),
      ),
    );
  });

  test("examples import only 'tunnelwright', 'constructs' and files beside them", () => {
    const mayUse = (path: string): readonly string[] => [
      'tunnelwright',
      'constructs',
      ...(path.startsWith('examples/organisation-module/network/') ? ['@example/vpn'] : []),
      ...(path.startsWith('examples/organisation-module/vpn/test/') ? ['tunnelwright/testing', '../src'] : []),
    ];
    none(
      examples.flatMap((source) =>
        source.imports
          .filter((i) => !mayUse(source.path).includes(i.text) && !/^\.\/(devices\/)?[\w-]+$/.test(i.text))
          .map(
            (i) =>
              `${source.path}:${i.line} imports '${i.text}': an example is what a user writes; export it from constructs/index.ts`,
          ),
      ),
    );
  });
});

/** What a file reaches, itself included, types too. */
const reached = (from: string, edges: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> => {
  const seen = new Set([from]);
  for (const file of seen) for (const next of edges.get(file) ?? []) seen.add(next);
  return seen;
};
const edgesOf = (sources: readonly Source[], values: boolean): ReadonlyMap<string, readonly string[]> =>
  new Map(
    sources.map((source) => [
      source.path,
      ours(source)
        .filter((i) => !values || i.loads === 'now')
        .map((i) => i.to),
    ]),
  );

describe('ways', () => {
  test('no files import each other in a circle, types included', () => {
    const edges = edgesOf([...lib, ...constructs], false);
    const circles = [...edges.keys()].filter((file) =>
      (edges.get(file) ?? []).some((next) => reached(next, edges).has(file)),
    );
    none(
      circles.map((path) => `${path} is in a circle of imports: move the type that both need into a file of its own`),
    );
  });

  // Words that devices say are text, wherever they are read.
  test('rules, plan and synth reach no connection', () => {
    const edges = edgesOf(lib, true);
    none(
      lib
        .filter(({ path }) => /^lib\/(rules|plan|synth)\//.test(path))
        .flatMap(({ path }) => {
          const wires = [...reached(path, edges)].filter(
            (file) => file.startsWith('lib/wire/') && file !== 'lib/wire/device-words.ts',
          );
          return wires.length === 0 ? [] : [`${path} reaches ${wires[0]}: load a transport when a device is asked`];
        }),
    );
  });
});

describe('rooms', () => {
  /** Rooms that build on nothing beside them; all others are in `rows`. */
  const apart: Readonly<Record<string, readonly string[]>> = {
    desired: ['cli', 'rest', 'ini', 'text'],
    platforms: Object.keys(targets),
    synth: ['terraform'],
  };

  test('every folder of a floor is a room that the house names', () => {
    const folders = new Set(lib.flatMap(({ path }) => foldersOf(path)).filter((path) => path.split('/').length === 3));
    none(
      [...folders].flatMap((path) => {
        const [, floor, name] = path.split('/');
        const known = [...(rows[floor!] ?? []).flat(), ...(apart[floor!] ?? [])];
        return known.includes(name!) ? [] : [`${path}: the rooms of lib/${floor} are ${known.join(', ') || 'none'}`];
      }),
    );
  });

  test('every platform has the same files: what it is, its grammar, its reading and its only I/O', () => {
    const has = new Set(lib.map(({ path }) => path));
    none(
      Object.keys(targets).flatMap((platform) =>
        ['index.ts', 'grammar/index.ts', 'normalize.ts', 'transport.ts']
          .map((file) => `lib/platforms/${platform}/${file}`)
          .filter((file) => !has.has(file))
          .map((file) => `${file} is missing`),
      ),
    );
  });

  test('rooms on one floor of lib do not import each other, but for those that build on one another', () => {
    none(
      lib.flatMap((source) => {
        const room = roomOf(source.path);
        if (room === undefined) return [];
        const mayImport = (to: string): boolean => {
          const other = roomOf(to) ?? room;
          return other === room || (rowOf(other) >= 0 && rowOf(other) < rowOf(room));
        };
        return ours(source)
          .filter((i) => floorOf(i.to) === floorOf(source.path) && !mayImport(i.to))
          .map(
            (i) =>
              `${source.path}:${i.line} imports '${i.text}': ${room} and ${roomOf(i.to)} are rooms of one floor; put what both need into a file of lib/${floorOf(source.path)} or a floor below`,
          );
      }),
    );
  });

  test('a room does not import the list that it stands in', () => {
    none(
      lib.flatMap((source) =>
        roomOf(source.path) === undefined || source.path.startsWith('lib/lab/')
          ? []
          : ours(source)
              .filter((i) => i.to === `lib/${floorOf(source.path)}/index.ts`)
              .map((i) => `${source.path}:${i.line} imports '${i.text}': that is a circle; pass in what is needed`),
      ),
    );
  });

  test('rooms of constructs import core and devices; patterns import all level 1', () => {
    none(
      constructs.flatMap((source) => {
        const room = roomOf(source.path);
        if (room === undefined || room === 'constructs/patterns') return [];
        const open = ['lib/', 'constructs/core/', 'constructs/generated/', `${room}/`];
        return ours(source)
          .filter((i) => !within(i.to, room === 'constructs/devices' ? open : [...open, 'constructs/devices/']))
          .map(
            (i) =>
              `${source.path}:${i.line} imports '${i.text}': a level-1 room imports constructs/core and constructs/devices; what joins rooms is a pattern: constructs/patterns`,
          );
      }),
    );
  });

  test('patterns stand in rooms that build on one another; a headend knows no other headend', () => {
    none(
      patterns.flatMap((source) => {
        const room = patternRoomOf(source.path);
        if (room === undefined || patternRowOf(room) < 0)
          return [`${source.path}: no such room; the rooms of patterns are ${patternRows.flat().join(', ')}`];
        const mayImport = (to: string): boolean => {
          const other = patternRoomOf(to);
          if (other !== room) return other === undefined || patternRowOf(other) < patternRowOf(room);
          const [own, far] = [headendOf(source.path), headendOf(to)];
          return own === undefined || far === undefined || own === far;
        };
        return ours(source)
          .filter((i) => !mayImport(i.to))
          .map(
            (i) =>
              `${source.path}:${i.line} imports '${i.text}': put what both need into constructs/patterns/shared, or beside the headends`,
          );
      }),
    );
  });

  test('a room of patterns says its props in props.ts, which loads nothing, and what is refused in checks.ts', () => {
    const folders = [...new Set(patterns.map(({ path }) => path.split('/').slice(0, -1).join('/')))];
    none([
      ...folders.flatMap((folder) =>
        ['props.ts', 'checks.ts']
          .filter((name) => !patterns.some(({ path }) => path === `${folder}/${name}`))
          .map((name) => `${folder} has no ${name}`),
      ),
      ...patterns
        .filter(({ path }) => path.endsWith('/props.ts'))
        .flatMap(({ path, imports }) =>
          imports
            .filter(({ loads }) => loads !== 'types')
            .map(({ line, text }) => `${path}:${line} loads '${text}': props are types, import them as such`),
        ),
      ...patterns
        .filter(({ path }) => path.endsWith('/checks.ts'))
        .flatMap((source) =>
          ours(source)
            .filter(({ names }) => names.includes('reportViolations'))
            .map(({ line }) => `${source.path}:${line} reports: checks give violations, the pattern reports them`),
        ),
    ]);
  });
});

interface Outside {
  readonly what: string;
  readonly modules: RegExp;
  readonly places: readonly (string | RegExp)[];
  readonly go: string;
  readonly names?: readonly string[];
}

/** Who may touch what. `names`: only these exports are meant. */
const outside: readonly Outside[] = [
  {
    what: 'cdktf',
    modules: /^(cdktf|@cdktf\/.*)$/,
    places: ['lib/synth/'],
    go: 'one folder knows cdktf, so that moving to its successor is one folder: lib/synth',
  },
  {
    what: 'the construct tree',
    modules: /^constructs$/,
    places: ['lib/synth/', 'constructs/'],
    go: 'below synth everything is plain data: pass nouns',
  },
  {
    what: 'the SSH client',
    modules: /^ssh2$/,
    names: ['Client', 'default', '*'],
    places: ['lib/wire/'],
    go: 'lib/wire opens connections and checks host keys',
  },
  {
    what: 'the SSH server',
    modules: /^ssh2$/,
    places: ['lib/wire/', 'lib/lab/'],
    go: 'lib/wire is the client, lib/lab the server',
  },
  {
    what: 'TLS and sockets',
    modules: /^(node:)?(https|http2|tls|net|dgram)$/,
    places: ['lib/wire/', 'lib/lab/'],
    go: 'lib/wire makes agents and checks certificates',
  },
  {
    what: 'HTTP',
    modules: /^((node:)?http|axios.*|undici)$/,
    places: ['lib/wire/', 'lib/lab/', /^lib\/platforms\/[^/]+\/(client|transport)\.ts$/],
    go: "a platform's only I/O is its transport.ts (and client.ts)",
  },
  {
    what: 'the file system',
    modules: /^(node:)?fs(\/promises)?$/,
    places: ['lib/run/', 'lib/cli/', 'lib/synth/', 'lib/inventory/', 'lib/wire/', 'lib/lab/'],
    go: 'read it in lib/run or lib/cli and pass the value in',
  },
  {
    what: 'other programs',
    modules: /^(node:)?child_process$/,
    places: ['lib/run/', 'lib/cli/', 'lib/lab/'],
    go: 'start it in lib/run or lib/cli and pass the result in',
  },
  {
    what: 'Temporal',
    modules: /^@temporalio\//,
    places: ['lib/run/temporal/'],
    go: 'one room knows Temporal; commands ask lib/run/temporal/client.ts and worker.ts',
  },
  {
    what: 'the terminal',
    modules: /^(commander|(node:)?readline.*)$/,
    places: ['lib/cli/'],
    go: 'lib/cli talks to the person',
  },
];

test.each(outside.map((rule) => [rule.what, rule] as const))('only the right places use %s', (_what, rule) => {
  none(
    [...lib, ...constructs].flatMap((source) =>
      within(source.path, rule.places)
        ? []
        : packages(source)
            .filter((i) => rule.modules.test(i.text) && (!rule.names || i.names.some((n) => rule.names!.includes(n))))
            .map((i) => `${source.path}:${i.line} imports '${i.text}': ${rule.go}`),
    ),
  );
});

describe('shared code does not ask', () => {
  const platformIds = Object.keys(targets);
  const kinds = Object.keys(nouns);

  test('which platform this is', () => {
    // Folders of constructs bear the names of devices: construct-names says in which one each lies.
    const open = [
      'lib/platforms/',
      'lib/model/targets.ts',
      'lib/model/construct-names.ts',
      'lib/lab/',
      'constructs/devices/',
      // The types of props, as data: which devices they take.
      'constructs/generated/shapes.ts',
    ];
    none(
      [...lib, ...constructs].flatMap((source) =>
        within(source.path, open)
          ? []
          : source.strings
              .filter(({ text }) => platformIds.includes(text))
              .map(
                ({ text, line }) =>
                  `${source.path}:${line} says '${text}': let the platform answer, as a property in lib/contract/platform.ts or its grammar`,
              ),
      ),
    );
  });

  test('how the command line of a platform is written', () => {
    const words =
      /\^C|\b(?:address-family|delete \/|write memory|configure terminal|running-config|bootflash|nvram|crypto|ikev2|ipsec|tunnel-group|group-policy|access-list|banner|exit|quit)\b|'!|`!/;
    none(
      lib
        .filter(({ path }) => path.startsWith('lib/desired/'))
        .flatMap(({ path, texts }) =>
          texts
            .filter(({ text }) => words.test(text))
            .map(
              ({ text, line }) =>
                `${path}:${line} writes ${text}: the platform says that in its syntax.ts (lib/desired/cli/syntax.ts) or its grammar`,
            ),
        ),
    );
  });

  test('which noun this is', () => {
    const closed = ['lib/plan/', 'lib/run/', 'lib/desired/', 'lib/cli/'];
    none(
      lib.flatMap((source) =>
        within(source.path, closed)
          ? source.strings
              .filter(({ text }) => kinds.includes(text))
              .map(
                ({ text, line }) =>
                  `${source.path}:${line} says '${text}': let the grammar answer, as a property of lib/desired/*/grammar.ts`,
              )
          : [],
      ),
    );
  });
});

test('scenarios lie in rooms: networks are numbered, what is tried on them is by its subject', () => {
  const rooms = ['commands', 'command-lines', 'examples', 'fmc', 'import', 'lab', 'laws'];
  none(
    sourcesOf('test/scenarios')
      .map(({ path }) => path.split('/').slice(2))
      .filter(([room = '', ...more]) => more.length === 0 || !(rooms.includes(room) || /^\d{3}-/.test(room)))
      .map((path) => `test/scenarios/${path.join('/')}: move it into ${rooms.join(', ')}, or a network NNN-name`),
  );
});

/** What a test loads of ours, itself and by the support that it takes. */
const edgesOfTests = edgesOf([...unit, ...sourcesOf('test/support')], false);

describe('unit tests lie as what they test: test/unit mirrors lib, constructs and testing', () => {
  const mirrored = new Set([...lib, ...constructs, ...testing].flatMap(({ path }) => foldersOf(path)));
  const files = new Set(lib.map(({ path }) => path));
  const tests = unit.filter(({ path }) => path.endsWith('.test.ts') && !path.startsWith('test/unit/docs/'));
  /** `lib/desired/cli` of `test/unit/desired/cli/words.test.ts`, `constructs/patterns` of those of constructs. */
  const placeOf = (path: string): string => {
    const folder = path.split('/').slice(2, -1).join('/');
    return /^(constructs|testing)(\/|$)/.test(folder) ? folder : `lib/${folder}`.replace(/\/$/, '');
  };

  test('by folders', () => {
    none(
      tests
        .filter(({ path }) => !mirrored.has(placeOf(path)))
        .map(({ path }) => `${path}: there is no ${placeOf(path)}; move it to where the code is`),
    );
  });

  test('by files: each is named after a file or a folder, or loads the folder that it is of as a whole', () => {
    const isPlaced = ({ path }: Source): boolean => {
      const named = `${placeOf(path)}/${path.split('/').at(-1)!.replace('.test.ts', '')}`;
      if (files.has(`${named}.ts`) || mirrored.has(named)) return true;
      return [...reached(path, edgesOfTests)].some((to) => to.startsWith(`${placeOf(path)}/`));
    };
    none(
      tests
        .filter((test) => placeOf(test.path).startsWith('lib') && !isPlaced(test))
        .map(({ path }) => `${path}: names and loads nothing of ${placeOf(path)}; name it after what it tests`),
    );
  });
});

describe('size and form', () => {
  test('no file is longer than 300 lines', () => {
    none(
      [...lib, ...constructs, ...testing, ...examples, ...scripts, ...browserModules('lib')]
        .filter(({ path, lines }) => lines > 300 && !path.startsWith('constructs/generated/'))
        .map(({ path, lines }) => `${path} has ${lines} lines: above 300 it is two things; give each its file`),
    );
  });

  test('no function is longer than 40 lines', () => {
    none(
      [...lib, ...constructs, ...testing, ...scripts].flatMap(({ path, functions }) =>
        functions
          .filter(({ lines }) => lines > 40)
          .map(({ line, text, lines }) => `${path}:${line} ${text} has ${lines} lines: above 40 it does two things`),
      ),
    );
  });

  test('classes are for things with a lifetime: none where all is data, and none that inherit', () => {
    const pure = ['kernel', 'model', 'documents', 'desired', 'plan', 'rules'].map((floor) => `lib/${floor}/`);
    const errors = ['lib/kernel/problem.ts', 'lib/wire/tls.ts'];
    const open = ['lib/synth/', ...errors];
    none(
      lib.flatMap((source) =>
        within(source.path, open)
          ? []
          : source.classes.flatMap(({ text, line, extended }) => [
              ...(within(source.path, pure)
                ? [`${source.path}:${line} declares class ${text}: here there is data and functions`]
                : []),
              ...(extended !== undefined
                ? [`${source.path}:${line} class ${text} inherits: give it what it needs`]
                : []),
            ]),
      ),
    );
  });
});

describe('every noun', () => {
  const kinds = Object.keys(nouns).sort();
  const grammars: Readonly<Record<keyof typeof targets, object>> = {
    iosxe: iosxeGrammar,
    asa: asaGrammar,
    fmc: fmcGrammar,
    'duo-proxy': duoProxyGrammar,
    folder: folderGrammar,
    ise: iseGrammar,
    'duo-admin': duoAdminGrammar,
  };

  test.each(Object.entries(grammars))('has an entry in the grammar of %s', (id, grammar) => {
    const missing = kinds.filter((kind) => !(kind in grammar));
    none(
      missing.map((kind) => `lib/platforms/${id}/grammar/index.ts says nothing of '${kind}': write it, or none(why)`),
    );
    expect(Object.keys(grammar).sort()).toEqual(kinds);
  });

  test('is known by its own key', () => {
    expect(Object.entries(nouns).map(([key, noun]) => [key, noun.kind])).toEqual(kindPairs());
  });

  test('has a construct, exported for users', () => {
    const exportedBy = (path: string): readonly Import[] =>
      ours(constructs.find((source) => source.path === path)!).flatMap((i) =>
        i.to === 'constructs/generated/index.ts' ? exportedBy(i.to) : [i],
      );
    const exports = exportedBy('constructs/index.ts');
    const exported = new Set(exports.flatMap((i) => i.names.map((name) => `${i.to}#${name}`)));
    const whole = new Set(exports.filter((i) => i.names.length === 0).map((i) => i.to));
    const classes = constructs.flatMap((source) =>
      source.classes.flatMap((found) =>
        found.heritage.flatMap((text) => {
          const kind = /^(?:DeviceObject|ExistingObject|Referable)<'([^']+)'(?:, \w+)?>$/.exec(text)?.[1];
          return kind === undefined ? [] : [{ kind, at: `${source.path}#${found.text}`, line: found.line }];
        }),
      ),
    );
    none([
      ...kinds
        .filter((kind) => !classes.some((found) => found.kind === kind))
        .map(
          (kind) =>
            `'${kind}' has no construct: give it an area in lib/model/construct-names.ts and run \`npm run constructs\``,
        ),
      ...classes
        .filter((found) => !exported.has(found.at) && !whole.has(found.at.split('#')[0]))
        .map((found) => `${found.at} is not exported: add it to constructs/index.ts`),
    ]);
  });

  test('and every platform is in the list of platforms', () => {
    for (const id of Object.keys(targets) as (keyof typeof targets)[]) expect(platformOf(id)).toBeDefined();
  });
});

const kindPairs = (): readonly (readonly [string, string])[] => Object.keys(nouns).map((key) => [key, key] as const);
