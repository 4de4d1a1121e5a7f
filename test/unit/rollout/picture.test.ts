import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawRollout } from '../../../lib/cli/output/rollout-picture';
import { rolloutEvent } from '../../../lib/rollout/event';
import { showWaves } from '../../../lib/rollout/show';
import { stateOf } from '../../../lib/rollout/state';
import { pictureFile, rolloutOfGuide } from '../../../scripts/rollout-picture';

const count = (text: string, part: RegExp): number => text.match(part)?.length ?? 0;

describe('the picture of a rollout', () => {
  test('has a square for each device by how it is, and the gate that failed', () => {
    const picture = drawRollout('march', rolloutOfGuide());
    // Those with a title are devices, the others explain the colours.
    expect(count(picture, /<\/title><rect class="done"/g)).toBe(97);
    expect(count(picture, /<\/title><rect class="failed"/g)).toBe(3);
    expect(count(picture, /<\/title><rect class="waiting"/g)).toBe(400);
    expect(picture).toContain('<title>branch-7: failed</title>');
    expect(count(picture, /class="gate passed"/g)).toBe(1);
    expect(count(picture, /class="gate bad"/g)).toBe(1);
    expect(picture).toContain('GATE FAILED: 3 devices are not as declared, and 2 may be: branch-8, branch-7, branch-9');
  });

  test('no markup comes of a name', () => {
    const wave = { name: '<b>&', steps: [['"r']], approval: false, parallel: 1 };
    const started = {
      what: 'started',
      at: 0,
      by: 'you',
      waves: [wave],
      needs: {},
      digests: {},
      allowDisruption: false,
    };
    const picture = drawRollout('<i>', stateOf([rolloutEvent.parse(started)])!);
    expect(picture).toContain('&lt;i&gt;: under way');
    expect(picture).toContain('&lt;b&gt;&amp;: 1 device');
    expect(picture).toContain('<title>&quot;r: waiting</title>');
  });

  test('the one in the guide is as it is drawn now, and is of what the guide shows', () => {
    expect(readFileSync(pictureFile, 'utf8')).toBe(drawRollout('march', rolloutOfGuide()));
    const guide = readFileSync(join(pictureFile, '..', 'rollout.md'), 'utf8');
    for (const line of showWaves(rolloutOfGuide())) expect(guide).toContain(`\n  ${line}\n`);
  });
});
