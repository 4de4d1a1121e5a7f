import { isAbsolute, relative } from 'node:path';
import { shellWord } from '../../kernel/advised';
import { placeWords, type CommonOptions } from '../options';
import { nextSteps } from '../output/next-steps';

/** The file of the lab that was asked, from the directory in which the next command is typed. */
const labWords = (directory: string, options: Pick<CommonOptions, 'lab'>): readonly string[] => {
  const [option, file] = placeWords(options);
  if (option === undefined || file === undefined) return [];
  return [option, shellWord(isAbsolute(file) ? file : relative(directory, file))];
};

/** What a person types next where a program was imported into a directory; of a lab with the lab. */
export const afterImport = (directory: string, { lab }: Pick<CommonOptions, 'lab'>): readonly string[] => {
  const plan = ['npx tunnelwright plan --adopt', ...labWords(directory, lab === undefined ? {} : { lab })].join(' ');
  return [
    ...nextSteps(directory, ['npm install', 'npx tunnelwright lint', plan]),
    'Where the variables hold the secrets of the device, that changes nothing but those that the device does not show (type 6,',
    'secrets of an FMC or an ISE): they are sent once more.',
  ];
};
