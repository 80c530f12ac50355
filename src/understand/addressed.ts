import { lexicons, openers } from './lexicon';
import { toLine } from './cue-sets';
import { mark } from './patterns';
import type { Spoken } from './spoken';

const M = mark.mention;
const FIRST_MENTION = new RegExp(
  `^(?:(?:hi|hey|hello|hola|oi|olá|привет|hallo|moin|cc|@) ?)?${M}(?! ?(?:'s|さん ?[のはがをに]|様の|の|[はがを]|и|$))`,
  'u',
);
const LAST_MENTION = new RegExp(`[ ,]${M}[ .!?]{0,5}$`, 'u');
const TYPED_AT = /^@ ?\p{L}/u;
const GREETED =
  /^(?:hi|hey|hello|hiya|hola|oye|oi|olá|ola|fala|привет|слушай|hallo|moin|servus|na|liebe|lieber|dear|bonjour) (\p{Lu}\p{Ll}{1,20}(?: \p{Lu}\p{Ll}{1,20})?) ?,? /iu;
const CALLED = /^(\p{L}[\p{L}'-]{1,20}(?: \p{L}[\p{L}'-]{1,20})?) ?, ?/u;
const NAMED_FIRST = /^(\p{Lu}\p{Ll}{1,20}) /u;
const CALLED_WITH_COLON = /^(\p{Lu}\p{Ll}{1,20}) ?: ?(?=\p{L})/u;
/** What stands before a colon and is nobody's name. */
const HEADING =
  /^(?:request|issue|problem|subject|ticket|device|urgent|urgency|question|note|update|info|hi|user|computer|laptop|machine|host|task|action|asunto|tema|problema|solicitud|petición|peticion|dispositivo|equipo|urgente|pregunta|soporte|nota|usuario|máquina|тема|проблема|заявка|запрос|устройство|срочно|вопрос|внимание|компьютер|ноутбук|пользователь|betreff|anfrage|anforderung|gerät|rechner|dringend|frage|eilig|benutzer|anliegen|assunto|pedido|dúvida|chamado|solicitação|equipamento|usuário|aviso|status|reminder|erinnerung|remoto|remote|sos|achtung|atención|atenção)$/u;
const JAPANESE_CALLED =
  /^[\p{Script=Han}\p{Script=Katakana}ー]{1,8}(?: [\p{Script=Han}\p{Script=Katakana}ー]{1,8})?(?:さん|さま|様|くん|君|先生|部長|課長|先輩|ちゃん)[、,: ]/u;
const CALLED_LAST = /[,] ?(\p{Lu}\p{Ll}{1,20})[.!?]{0,3}$/u;

const asksYou = (rest: string): boolean => {
  const line = toLine(rest);
  return lexicons.some(({ has }) => has.secondPerson.test(line) || has.request.test(line));
};
const isName = (word: string): boolean => {
  const cue = word.toLocaleLowerCase('en');
  return !openers.has(cue) && !cue.split(' ').every((part) => openers.has(part));
};

/** True when the words are for another person: mentioned first, or called by name. `raw` still has its greeting. */
export function addressesAnother(raw: Spoken, polite: Spoken, skeleton: string): boolean {
  if (FIRST_MENTION.test(skeleton) || mentionedLast(skeleton) || TYPED_AT.test(raw.shown)) return true;
  if (JAPANESE_CALLED.test(raw.shown) && !openersOf(raw.shown)) return true;
  const greeted = GREETED.exec(raw.shown);
  if (greeted?.[1] && /^\p{Lu}/u.test(greeted[1]) && isName(greeted[1])) return true;
  const called = CALLED.exec(polite.cue);
  if (called?.[1] && isName(called[1]) && asksYou(polite.cue.slice(called[0].length))) {
    const alone = toLine(called[1]);
    if (!lexicons.some(({ has }) => has.request.test(alone) || has.problem.test(alone))) return true;
  }
  const named = NAMED_FIRST.exec(polite.shown);
  if (named?.[1] && isName(named[1]) && calledWithoutComma(skeleton, named[0].length)) return true;
  const heading = CALLED_WITH_COLON.exec(raw.shown)?.[1];
  if (
    heading &&
    isName(heading) &&
    !HEADING.test(heading.toLocaleLowerCase('en')) &&
    asksAfterColon(skeleton)
  )
    return true;
  const last = CALLED_LAST.exec(raw.shown);
  return (
    last?.[1] !== undefined && isName(last[1]) && /\?$|, ?\p{L}+$/u.test(raw.shown) && asksYou(polite.cue)
  );
}

/** The device first, then the person who is to help with it. */
const mentionedLast = (skeleton: string): boolean =>
  skeleton.includes(mark.device) && LAST_MENTION.test(skeleton);

const asksAfterColon = (cue: string): boolean => {
  const line = toLine(cue.slice(cue.indexOf(':') + 1).trimStart());
  return lexicons.some(({ has }) => has.request.find(line)?.index === 0 || has.secondPerson.test(line));
};

/** "Tom can you …", "Olga posmotri …": a request that begins right behind a word that is no part of it. */
function calledWithoutComma(cue: string, nameLength: number): boolean {
  const rest = cue.slice(nameLength);
  if (ASKS_RIGHT_AWAY.test(rest)) return true;
  const asksAt = (set: 'request' | 'secondPerson', text: string): number =>
    Math.min(...lexicons.map(({ has }) => has[set].find(toLine(text))?.index ?? Infinity));
  return asksAt('secondPerson', rest) === 0 && asksAt('request', rest) === 0 && asksAt('request', cue) > 0;
}
const ASKS_RIGHT_AWAY =
  /^(?:(?:can|could|would|will) (?:you|u) |kannst du |könntest du |hilfst du |puedes |me ayudas |você pode |vc pode |pode me |можешь |поможешь |сможешь )/u;
const openersOf = (text: string): boolean => [...openers].some((opener) => text.startsWith(opener));
