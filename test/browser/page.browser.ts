/** The page of a plan in a real browser: Debian's chromium. Screenshots lie in coverage/screenshots afterwards. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { htmlPage, svgFile } from '../../lib/cli/output/page/page';
import { drawn, hasBrowser, PageRoom, shoot, type Look } from './support/browser';
import { guideReport, hostileReport, hubReport, siteToSiteReport } from './support/reports';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** What axe-core finds, as `rule: what`. */
const barriers = async (page: Page): Promise<readonly string[]> => {
  const found = await page.evaluate<{
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  }>(`${axe}\n;axe.run()`);
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};

(hasBrowser ? describe : describe.skip)('in a browser (skipped where there is no chromium)', () => {
  let room: PageRoom;
  const pages = {
    sites: htmlPage(siteToSiteReport()),
    guide: htmlPage(guideReport()),
    spokes: htmlPage(hubReport(1000)),
  };
  beforeAll(async () => void (room = await PageRoom.open()));
  afterAll(() => room.close());

  /** Opens a page, does something on it, and demands that it said, asked and threw nothing. */
  const on = async (html: string, work: (page: Page) => Promise<void>, look?: Look): Promise<void> => {
    const { page, said } = await room.show(html, look);
    await work(page);
    expect(said).toEqual([]);
    await page.close();
  };
  const panel = (page: Page): Promise<string> => page.innerText('#panel');

  test.each(['light', 'dark'] as const)(
    'looks, %s: nothing is in the way of anybody',
    async (colorScheme) => {
      for (const [name, html] of Object.entries(pages))
        await on(
          html,
          async (page) => {
            await shoot(page, `${name}-${colorScheme}`, false);
            expect(await barriers(page)).toEqual([]);
          },
          { colorScheme },
        );
    },
    120_000,
  );

  test('a click on a tunnel opens both its ends, what changes on them, and the way back is on its devices', () =>
    on(pages.sites, async (page) => {
      await page.click(`${drawn('net 0')} .words`);
      expect(await panel(page)).toMatch(
        /edge – mumbai-pair[\s\S]*drops now[\s\S]*On edge[\s\S]*- group 19\s+\+ group 20[\s\S]*On mumbai-pair/,
      );
      await shoot(page, 'sites-tunnel', false);
      await page.click('#panel [data-id="net/edge"]');
      await page.click('#panel summary:text("The way back")');
      expect(await panel(page)).toContain('no crypto ikev2 proposal mumbai-delhi');
      await shoot(page, 'sites-device', false);
      await page.keyboard.press('Escape');
      expect(await page.isVisible('#panel')).toBe(false);
    }));

  test('everything is reached by keys alone', () =>
    on(pages.sites, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('10.58.2');
      expect(await page.innerText('#results')).toContain('edge – delhi-pair');
      await shoot(page, 'sites-search', false);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await panel(page)).toContain('mumbai-delhi');
      await page.keyboard.press('Escape');
      await page.focus(drawn('net/edge'));
      await page.keyboard.press('Enter');
      expect(await panel(page)).toContain('IOS-XE 17.9, 192.0.2.1');
    }));

  test('a thousand spokes are one group, which opens and closes; each spoke is found', () =>
    on(pages.spokes, async (page) => {
      expect(await page.innerText('h1')).toBe('3 tunnels drop when this is applied');
      await page.click('svg.network:not(.away) .group');
      await shoot(page, 'spokes-open', false);
      expect(await page.locator('svg.network:not(.away) .cell').count()).toBe(1000);
      await page.click(`${drawn('net/branch-0007')} text`);
      expect(await panel(page)).toMatch(/branch-0007[\s\S]*tunnel source GigabitEthernet0\/2/);
      await page.keyboard.press('Escape');
      await page.fill('#search', 'branch-0500');
      await page.keyboard.press('Enter');
      expect(await panel(page)).toContain('does not answer at port 22');
      await page.keyboard.press('Escape');
      await page.focus('svg.network:not(.away) .closer');
      await page.keyboard.press('Enter');
      expect(await page.isVisible('svg.network:not(.away) .group')).toBe(true);
    }));

  test('it prints in light colours, with every change and without what is only for the screen', () =>
    on(
      pages.sites,
      async (page) => {
        await page.emulateMedia({ media: 'print', colorScheme: 'light' });
        await page.evaluate("dispatchEvent(new Event('beforeprint'))");
        expect(await page.isVisible('#search')).toBe(false);
        expect(await page.locator('details.change:not([open])').count()).toBe(0);
        await shoot(page, 'sites-print');
        expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
      },
      { width: 760 },
    ));

  test('names that are markup are text', async () => {
    const report = hostileReport();
    for (const html of [htmlPage(report), `<body>${svgFile(report)}`])
      await on(html, async (page) => {
        expect(await page.locator('img, iframe, script[src]').count()).toBe(0);
        expect(await page.evaluate('window.owned')).toBeUndefined();
        expect(await page.innerHTML('body')).toContain('&lt;img');
      });
    await on(htmlPage(report), async (page) => {
      await page.click(`${drawn('net/edge')} .name`);
      expect(await panel(page)).toContain('<img src=x onerror=owned=1>');
      expect(await page.evaluate('window.owned')).toBeUndefined();
    });
  });
});
