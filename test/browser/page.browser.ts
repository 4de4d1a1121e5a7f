/** The page of a plan in a real browser: Debian's chromium. Screenshots lie in coverage/screenshots afterwards. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { htmlPage } from '../../lib/cli/output/page/page';
import { drawn, gallery, hasBrowser, PageRoom, shoot } from './support/browser';
import { hubReport, siteToSiteReport } from './support/reports';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** What axe-core finds, as `rule: what`. The page allows no script of others, so that it is run from outside. */
const barriers = async (page: Page): Promise<readonly string[]> => {
  const found = (await page.evaluate(`${axe}\n;axe.run()`)) as {
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  };
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};

(hasBrowser ? describe : describe.skip)('in a browser (skipped where there is no chromium)', () => {
  let room: PageRoom;
  const [sites, spokes] = [htmlPage(siteToSiteReport()), htmlPage(hubReport(1000))];
  beforeAll(async () => void (room = await PageRoom.open()));
  afterAll(() => room.close());

  test('looks', async () => {
    writeFileSync(join(gallery, 'spokes.html'), spokes);
    for (const colorScheme of ['light', 'dark'] as const)
      for (const [name, html] of Object.entries({ sites, spokes })) {
        const { page, said } = await room.show(html, { colorScheme });
        await shoot(page, `${name}-${colorScheme}`);
        if (name === 'sites') await page.click(`${drawn('net 0')} .words`);
        else await page.click('svg.network:not(.away) .group');
        await shoot(page, `${name}-${colorScheme}-clicked`, false);
        expect(said).toEqual([]);
        expect(await barriers(page)).toEqual([]);
        await page.close();
      }
  }, 120000);
});
