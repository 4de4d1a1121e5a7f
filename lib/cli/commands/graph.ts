import { fail } from '../../kernel/problem';
import { demandDirectory, writeText } from '../../run/host-io';
import { dotFile, htmlPage, svgFile, type Report } from '../output/page/page';
import { plannedIn } from '../output/page/report';
import { exit, say } from '../output/report';
import { streams } from '../output/streams';
import { manifestsOf } from '../source';

const forms: Readonly<Record<'html' | 'svg' | 'dot', (report: Report) => string>> = {
  html: htmlPage,
  svg: svgFile,
  dot: dotFile,
};
type Form = keyof typeof forms;

/** A form is asked for alone, or with the file for it. */
export interface GraphOptions extends Readonly<Partial<Record<Form, true | string>>> {
  readonly app?: string;
  readonly manifest?: string;
  readonly out?: string;
}

/** The form that is asked for, and the file for it; without a file it goes to standard output. */
const askedOf = (options: GraphOptions): { readonly form: Form; readonly file: string | undefined } => {
  const [form = 'svg', ...more] = (Object.keys(forms) as Form[]).filter((one) => options[one] !== undefined);
  if (more.length > 0)
    return fail(
      'form.several',
      [form, ...more].map((one) => `--${one}`).join(' '),
      'a picture has one form',
      'give one',
    );
  const named = options[form];
  const file = typeof named === 'string' ? named : undefined;
  if (file !== undefined && options.out !== undefined)
    return fail('file.twice', `--${form} ${file}`, `--out names a file too, ${options.out}`, 'give one of them');
  if (file === undefined && options.out === undefined && streams.out.isTTY)
    return fail(
      'graph.terminal',
      `--${form}`,
      'a terminal shows no picture, only its text',
      `write it to a file: --${form} network.${form}`,
    );
  return { form, file: file ?? options.out };
};

/** Draws the network as its program declares it. No device is asked. */
export const graphCommand = async (options: GraphOptions): Promise<number> => {
  const { form, file } = askedOf(options);
  demandDirectory(file, options.out === undefined ? `--${form}` : '--out');
  const { networks, findings } = plannedIn(await manifestsOf(options));
  const text = forms[form]({ networks, findings });
  if (file === undefined) say(text.trimEnd());
  else {
    writeText(file, text);
    say(`Drawn in ${file}.`);
  }
  return exit.clean;
};
