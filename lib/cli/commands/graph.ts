import { fail } from '../../kernel/problem';
import { writeText } from '../../run/host-io';
import { dotFile, htmlPage, svgFile, type Report } from '../output/page/page';
import { plannedIn } from '../output/page/report';
import { exit, say } from '../output/report';
import { manifestsOf } from '../source';

export interface GraphOptions {
  readonly app?: string;
  readonly manifest?: string;
  readonly html?: boolean;
  readonly svg?: boolean;
  readonly dot?: boolean;
  readonly out?: string;
}

const forms: Readonly<Record<'html' | 'svg' | 'dot', (report: Report) => string>> = {
  html: htmlPage,
  svg: svgFile,
  dot: dotFile,
};

/** Draws the network as its program declares it. No device is asked. */
export const graphCommand = async (options: GraphOptions): Promise<number> => {
  const asked = (['html', 'svg', 'dot'] as const).filter((form) => options[form]);
  if (asked.length > 1)
    return fail('form.several', asked.map((form) => `--${form}`).join(' '), 'a picture has one form', 'give one');
  const { networks, findings } = plannedIn(await manifestsOf(options));
  const text = forms[asked[0] ?? 'svg']({ networks, findings });
  if (options.out === undefined) say(text.trimEnd());
  else writeText(options.out, text);
  return exit.clean;
};
