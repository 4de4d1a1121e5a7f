import type { Answers } from '../../../contract/answers';
import type { Inventory } from '../../../contract/platform';
import { lookAmong } from '../../../desired/rest/lower';
import { nameTable } from '../../../desired/rest/names';
import type { RestObject } from '../../../desired/rest/object';
import { meaningOn, withSecrets } from '../../../desired/rest/saying';
import type { Resource } from '../../../model/network';
import { nouns } from '../../../model/nouns';
import { grammarOf } from '../grammar';
import { readScope } from '../read/lookup';
import { liveIn } from '../read/observe';
import { facesIn, firewallsIn, listedIn } from './listed';
import { isReadable, nounsOf, type Readable } from './nouns';
import { replay } from './replay';
import { symbolsOf } from './symbols';

/** No secret is answered: whichever is declared counts as the one that is there. */
const secrets = { judge: (marker: string) => marker, reveal: (text: string) => text };

const resourceOf = ({ kind, name, own, props }: Readable): Resource => {
  const noun = withSecrets({ ...props, name: own });
  const parsed = nouns[kind].schema.safeParse(noun);
  return { kind, name, path: name, noun: (parsed.success ? parsed.data : noun) as Resource['noun'] };
};

/** What a domain has of VPNs, from what it answered. */
export const inventory = (answers: Answers): Inventory<RestObject> => {
  const { domain = '' } = answers;
  const [listed, firewalls] = [listedIn(answers), firewallsIn(answers)];
  const judged = nounsOf(listed, symbolsOf(listed, firewalls, facesIn(answers)), domain);
  const readable = judged.filter(isReadable);
  const look = lookAmong(readable.map(resourceOf), grammarOf);
  const strange = judged.flatMap((each) => (isReadable(each) ? [] : [each]));
  return {
    nouns: readable,
    unreadable: strange.filter(({ quiet }) => !quiet),
    there: [...strange.filter(({ quiet }) => quiet), ...firewalls.map(({ name }) => ({ kind: 'ftd-device', name }))],
    meaning: meaningOn(grammarOf, look),
    beside: async ({ items, externals }) => {
      const names = nameTable({ code: 'fmc', title: 'the FMC' });
      const scope = [...items, ...externals].map(({ content }) => content);
      const stored = await readScope(replay(answers), names, scope, new Map());
      return liveIn(scope, stored, { names, secrets, domain });
    },
  };
};
