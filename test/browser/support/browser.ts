import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Debian's; another one by CHROMIUM. */
const program = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((file) => file !== undefined && existsSync(file));
export const hasBrowser = program !== undefined;

/** Where screenshots are kept, to be looked at. */
export const gallery = resolve(process.env['SCREENSHOTS'] ?? 'coverage/screenshots');

export interface Look {
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

/** A browser and a room of its own for pages. */
export class PageRoom {
  private readonly room = mkdtempSync(join(tmpdir(), 'tunnelwright-page-'));
  private constructor(private readonly browser: Browser) {
    mkdirSync(gallery, { recursive: true });
  }

  static async open(): Promise<PageRoom> {
    return new PageRoom(await chromium.launch({ executablePath: program!, args: ['--no-sandbox', '--disable-gpu'] }));
  }

  /** Opens HTML from a file, as a person does. Whatever it asks of the network, says or throws is in `said`. */
  async show(html: string, { colorScheme = 'light', width = 1440, height = 900 }: Look = {}) {
    const file = join(this.room, 'report.html');
    writeFileSync(file, html);
    const page = await this.browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) said.push(`asks ${request.url()}`);
    });
    await page.goto(`file://${file}`);
    return { page, said };
  }

  async close(): Promise<void> {
    await this.browser.close();
    rmSync(this.room, { recursive: true, force: true });
  }
}

export const shoot = async (page: Page, name: string, fullPage = true): Promise<void> => {
  await page.screenshot({ path: join(gallery, `${name}.png`), fullPage });
};

/** What is drawn for an id. */
export const drawn = (id: string): string => `svg.network:not(.away) [data-id=${JSON.stringify(id)}]`;
