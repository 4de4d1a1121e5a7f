import { iniDialect, showIniStep, type IniStep } from '../../desired/ini/dialect';
import { lowerIni } from '../../desired/ini/lower';
import type { IniSection } from '../../desired/ini/section';
import type { Platform } from '../../contract/platform';
import { grammarOf } from './grammar';

/** The Duo Authentication Proxy: its file, authproxy.cfg. */
export const duoProxy: Platform<'duo-proxy', IniSection, IniStep> = {
  id: 'duo-proxy',
  title: 'Duo Authentication Proxy',
  role: 'proxy',
  dialect: iniDialect,
  lower: ({ resources }) => lowerIni(resources, grammarOf, 'the Duo proxy'),
  where: ({ host, artifact }) => (artifact === undefined ? host : `${host} (by way of ${artifact})`),
  artifacts: ({ items }) => {
    const sections = items.map(({ path, content }) =>
      [`; ${path}`, `[${content.name}]`, ...content.entries.map(({ key, text }) => `${key}=${text}`), ''].join('\n'),
    );
    return [{ suffix: '.authproxy.cfg', text: sections.join('\n') }];
  },
  show: showIniStep,
  connect: async (target, ports) => (await import('./transport.js')).connect(target, ports),
};
