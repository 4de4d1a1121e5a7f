import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { effects, isWorse } from '../../../diagram/effect';
import { grouped, type Grouped } from '../../../diagram/group';
import { placed } from '../../../diagram/layout';
import { pictureOf, type Picture, type PictureLink } from '../../../diagram/picture';
import type { TargetResult } from '../../../run/target-result';
import { planned } from '../report';
import { changeSections } from './alike-targets';
import { pageData, type PageFinding } from './data';
import { drawing } from './drawing';
import { dotOf } from './dot';
import { escaped, scriptJson } from './escape';
import { effectWords, markInText, symbols } from './marks';
import type { Planned } from './report';
import { pageScript } from './script';
import { verdictWords, type VerdictWords } from './verdict-words';

/** What is drawn. `results`: how each target ended; undefined: the network as it is declared. */
export interface Report extends Omit<Planned, 'made'>, Partial<Pick<Planned, 'made'>> {
  readonly results?: readonly TargetResult[];
}

/** Files beside this one, which a browser reads. */
const asset = (name: string): string => readFileSync(join(__dirname, name), 'utf8');
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** So many groups can be opened in place. */
const mostScenes = 40;

const scenes = (groups: Grouped): string =>
  [
    drawing(placed(groups), { scene: 'closed' }),
    ...groups.groups.slice(0, mostScenes).map(({ id }) => drawing(placed(groups, id), { scene: id })),
  ].join('');

const pictureFor = ({ networks, results }: Report): Picture => pictureOf(networks, results?.map(planned));

const legend = (picture: Picture): string => {
  if (!picture.isPlanned) return '';
  const there = effects.filter((effect) => [...picture.links, ...picture.devices].some((one) => one.effect === effect));
  return `<ul class="legend" aria-label="What the marks mean">${there.map((effect) => `<li>${markInText(effect)}${effectWords[effect]}</li>`).join('')}</ul>`;
};

const nameIn = (picture: Picture) => {
  const names = new Map(picture.devices.map(({ id, name }) => [id, name]));
  return (id: string): string => names.get(id) ?? id;
};

const most = 5;
const tunnelList = (picture: Picture): string => {
  const nameOf = nameIn(picture);
  const busy = picture.links.filter(({ effect }) => effect !== 'unchanged').sort((a, b) => isWorse(a.effect, b.effect));
  const row = ({ id, effect, ends: [a, b], name }: PictureLink): string =>
    `<li><button type="button" data-id="${escaped(id)}">${markInText(effect)}<span><b>${escaped(nameOf(a.device))} – ${escaped(nameOf(b.device))}</b><span class="soft">${escaped([name, effectWords[effect]].filter((part) => part !== undefined).join(', '))}</span></span></button></li>`;
  const rest =
    busy.length > most
      ? `<p class="soft">and ${(busy.length - most).toLocaleString('en')} more, in the picture.</p>`
      : '';
  if (busy.length === 0) return '';
  return `<section class="busy" aria-labelledby="busy-title"><h2 id="busy-title">Connections that change</h2><ul class="tunnels">${busy.slice(0, most).map(row).join('')}</ul>${rest}</section>`;
};

const findingList = (findings: readonly PageFinding[]): string =>
  findings.length === 0
    ? ''
    : `<section class="findings" aria-labelledby="findings-title"><h2 id="findings-title">What the rules found</h2><ul>${findings
        .map(
          ({ severity, rule, path, message, remedy, waived }) =>
            `<li class="f-${severity}"><p><b>${waived === undefined ? severity : 'waived'}</b> ${escaped(message)}</p><p class="soft">${escaped(waived ?? remedy)} <code>${escaped(rule)}</code> <code>${escaped(path)}</code></p></li>`,
        )
        .join('')}</ul></section>`;

const head = (title: string, style: string, script: string): string =>
  [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<meta name="referrer" content="no-referrer"><title>${escaped(title)}</title><style>${style}</style></head>`,
  ].join('\n');

const bar = ({ networks, made }: Report): string =>
  [
    '<header class="bar"><p class="mark-word">Tunnelwright</p>',
    `<p class="where">${networks.map(({ stack }) => escaped(stack)).join(', ')}${made === undefined ? '' : `<span class="soft">${escaped(made)}</span>`}</p>`,
    '<div class="search"><label class="unseen" for="search">Search devices, tunnels and addresses</label>',
    '<input id="search" type="search" placeholder="Search  /" autocomplete="off" spellcheck="false" role="combobox" aria-expanded="false" aria-controls="results" aria-autocomplete="list"><ul id="results" role="listbox" aria-label="Results" hidden></ul></div>',
    '<button type="button" id="theme">Dark</button></header>',
  ].join('');

const pictureSection = (picture: Picture, groups: Grouped): string =>
  [
    '<section class="picture" aria-label="Picture of the network"><div class="tools">',
    '<button type="button" id="closer" aria-label="Zoom in">+</button><button type="button" id="farther" aria-label="Zoom out">−</button><button type="button" id="fit">Fit</button></div>',
    `<div class="canvas" id="canvas">${scenes(groups)}</div>${legend(picture)}<p class="soft hint">Click a device or a connection for what is planned there; / searches.</p></section>`,
  ].join('');

const verdict = ({ effect, title, lines }: VerdictWords, { isPlanned }: Picture): string =>
  `<section class="verdict v-${effect.replaceAll(' ', '-')}">${isPlanned ? markInText(effect) : ''}<div><h1>${escaped(title)}</h1>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</div></section>`;

/** One page that needs nothing else: no network, no other file. Nothing that is in it comes of a secret. */
export const htmlPage = (report: Report): string => {
  const picture = pictureFor(report);
  const groups = grouped(picture);
  const { results = [], findings } = report;
  const words = verdictWords(picture, results);
  const style = ['picture.css', 'page.css', 'changes.css'].map((name) => asset(name)).join('\n');
  const script = pageScript();
  return [
    head(`${words.title} · Tunnelwright`, style, script),
    `<body><svg class="unseen" aria-hidden="true"><defs>${symbols}</defs></svg>`,
    bar(report),
    `<main><div class="top">${verdict(words, picture)}${tunnelList(picture)}</div>`,
    pictureSection(picture, groups),
    '<aside id="panel" aria-label="Details" tabindex="-1" hidden></aside>',
    picture.isPlanned
      ? `<section class="changes" aria-labelledby="changes-title"><h2 id="changes-title">What changes on the devices</h2>${changeSections(results)}</section>`
      : '',
    findingList(findings),
    `</main><script type="application/json" id="data">${scriptJson(pageData(picture, groups, results, findings))}</script>`,
    `<script type="module">${script}</script></body></html>\n`,
  ].join('\n');
};

/** The network as one SVG file, in the colours that its reader prefers. */
export const svgFile = (report: Report): string =>
  `${drawing(placed(grouped(pictureFor(report))), { style: asset('picture.css') })}\n`;

/** The network for Graphviz, every device by itself. */
export const dotFile = (report: Report): string => dotOf(pictureFor(report));
