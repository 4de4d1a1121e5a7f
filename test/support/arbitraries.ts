/** Random nouns, each built from the domain of its schema, and random configurations. */
export { ipv4, ipv4Interface, ipv4Network, objectName, secretRef, text } from './arbitraries/basic';
export { routerConfiguration } from './arbitraries/configuration';
export { duoProxyNouns, foreignIni, type DuoProxyKind } from './arbitraries/duo-proxy';
export { fmcNouns, fmcSurroundings, proposalNoun, type FmcKind } from './arbitraries/fmc';
export { tunnelName } from './arbitraries/interfaces';
export { routerNouns, type RouterKind } from './arbitraries/router';
