import { appTitleLength, exactAutonym, exactCommand } from './commands';
import { findApp } from './apps';
import { languageNamedIn } from './language-names';
import type { Lexicon } from './lexicon';
import { none, withDevices, withNumberOrDevices, type Outcome } from './outcomes';
import { findOwner, type Owner } from './people';
import { type CueSet } from './cue-sets';
import { mark } from './patterns';
import type { Reading } from './reading';

/** One device or several, which the title of `help_device` leaves to the person. */
const BEHIND = new RegExp(`(?: ?,? ?${mark.device}){1,5}$`, 'u');

/** The whole utterance is a command of the table, in any language. */
export function readExactCommand(reading: Reading): Outcome | undefined {
  const { cue } = reading.polite;
  const autonym = exactAutonym(cue);
  if (autonym)
    return {
      intent: 'language',
      query: autonym,
      queryKind: 'language',
      languages: [autonym],
      reason: 'exact:autonym',
    };
  const exact = exactCommand(cue);
  if (exact && (exact.command !== 'help_device' || reading.addressed)) {
    const { command, languages } = exact;
    return { intent: command, query: null, queryKind: null, languages, reason: `exact:${command}` };
  }
  const before = exactCommand(reading.skeleton.cue.replace(BEHIND, ''));
  if (before?.command === 'help_device' && reading.entities.devices.length > 0)
    return { ...withDevices('help_device', reading, 'exact:help_device'), languages: before.languages };
  const title = appTitleLength(cue);
  const app =
    title === undefined
      ? undefined
      : reading.lexicons.map((lexicon) => findApp(reading, lexicon)).find(Boolean);
  return app
    ? { intent: 'help_app', query: app, queryKind: 'app_name', candidates: [app], reason: 'exact:help_app' }
    : undefined;
}

type Rule = (reading: Reading, lexicon: Lexicon) => Outcome | undefined;

const inSkeleton = (reading: Reading, cues: CueSet): boolean =>
  reading.sentences.some((sentence) => cues.test(sentence));

const cancel: Rule = (reading, { has }) =>
  inSkeleton(reading, has.cancel) ? withNumberOrDevices('cancel', reading, 'cue:cancel') : undefined;

const signOut: Rule = (reading, { has }) =>
  inSkeleton(reading, has.signOut)
    ? { intent: 'sign_out', query: null, queryKind: null, reason: 'cue:sign_out' }
    : undefined;

const history: Rule = (reading, { has }) =>
  inSkeleton(reading, has.history) ? withNumberOrDevices('history', reading, 'cue:history') : undefined;

const status: Rule = (reading, { has }) =>
  inSkeleton(reading, has.status) ? withNumberOrDevices('status', reading, 'cue:status') : undefined;

const menu: Rule = ({ politeLine, entities }, { has }) => {
  const match = entities.devices.length > 0 ? null : has.menu.find(politeLine);
  const whole = match !== null && match[0].length + 3 >= politeLine.text.length;
  return whole ? { intent: 'help_menu', query: null, queryKind: null, reason: 'cue:menu' } : undefined;
};

const mine: Rule = (reading, { has }) =>
  reading.entities.devices.length === 0 && inSkeleton(reading, has.mine)
    ? { intent: 'list_my_devices', query: null, queryKind: null, reason: 'cue:my-devices' }
    : undefined;

const language: Rule = ({ polite, languageLine, entities }, { has }) => {
  if (entities.devices.length > 0 || !has.changeLanguage.test(languageLine)) return undefined;
  const named = languageNamedIn(polite.cue);
  if (!named) return { intent: 'language', query: null, queryKind: null, reason: 'cue:language' };
  return { intent: 'language', query: named, queryKind: 'language', reason: 'cue:language' };
};

const app: Rule = (reading, lexicon) => {
  const name = findApp(reading, lexicon);
  return name
    ? { intent: 'help_app', query: name, queryKind: 'app_name', candidates: [name], reason: 'cue:app' }
    : undefined;
};

const person: Rule = (reading, lexicon) => {
  if (lexicon.script !== 'japanese' && !MAY_NAME_SOMEONE.test(reading.polite.shown)) return undefined;
  const asked = findOwner(reading, lexicon, 'ownerQuestion');
  if (asked) return personOutcome(asked, reading, 'cue:owner-question');
  if (reading.entities.devices.length > 0) return undefined;
  const owner = findOwner(reading, lexicon, 'owned');
  if (!owner) return undefined;
  const wanted = reading.lexicons.some(
    ({ has }) => has.request.test(reading.politeLine) || has.show.test(reading.politeLine),
  );
  const complained =
    reading.addressed && reading.lexicons.some(({ has }) => has.problem.test(reading.politeLine));
  return wanted || complained ? personOutcome(owner, reading, 'cue:owner') : undefined;
};

/** A capital letter after the first, a possessive, an address or a mention. */
const MAY_NAME_SOMEONE = new RegExp(`.\\p{Lu}|'s |[${mark.mention}${mark.upn}]`, 'u');

function personOutcome(owner: Owner, reading: Reading, reason: string): Outcome | undefined {
  if ('name' in owner)
    return {
      intent: 'help_user',
      query: owner.name,
      queryKind: 'person_name',
      candidates: [owner.name],
      reason,
    };
  const { cue } = reading.polite;
  const sign = cue[owner.at] ?? '';
  const nth = cue.slice(0, owner.at).split(sign).length - 1;
  if (sign === mark.upn) {
    const upn = reading.upns[nth];
    return upn ? { intent: 'help_user', query: upn, queryKind: 'upn', candidates: [upn], reason } : undefined;
  }
  const mentioned = reading.people[nth];
  if (!mentioned) return undefined;
  return {
    intent: 'help_user',
    query: mentioned.name,
    queryKind: 'mention',
    personId: mentioned.id,
    candidates: [mentioned.name],
    reason,
  };
}

/** A lone address, or the bot and one person: their devices. */
export function readLonePerson(reading: Reading): Outcome | undefined {
  const bare = reading.polite.cue.replace(/[ .,!?:]{1,20}$/u, '');
  if (bare === mark.upn || (bare === mark.mention && reading.botMentioned))
    return personOutcome({ at: 0 }, reading, 'lone:person');
  return undefined;
}

/** In this order: the first intent that any language recognises. */
const rules: readonly Rule[] = [cancel, language, signOut, app, history, status, person, mine, menu];

/** Everything but a device's help. `vetoed` says which rule must not be believed. */
export function readQuestion(
  reading: Reading,
  isVetoed: (language: Lexicon) => string | undefined,
): Outcome | undefined {
  for (const rule of rules)
    for (const lexicon of reading.lexicons) {
      const outcome = rule(reading, lexicon);
      if (!outcome) continue;
      const veto = isVetoed(lexicon);
      if (veto) return none(`veto:${veto}`);
      const agreeing = reading.lexicons.filter(
        (other) => other === lexicon || rule(reading, other) !== undefined,
      );
      return { ...outcome, languages: agreeing.map(({ language: spoken }) => spoken) };
    }
  return undefined;
}
