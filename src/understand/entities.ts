import type { DeviceQueryKind } from './intention';
import { allCues } from './cues';
import type { Cues } from './cues/cues';
import { anyOf, toLine } from './cue-sets';
import { cueSource, mark } from './patterns';
import { looksLikeCapitalName, looksLikeDevice } from './device-names';
import { edit, type Spoken } from './spoken';

export interface NamedDevice {
  readonly name: string;
  readonly kind: Exclude<DeviceQueryKind, 'multi'>;
  /** Readings besides `name`: 受付PC-01 may be PC-01 at the reception. */
  readonly others: readonly string[];
}
/** The text with a mark for everything that was found in it. */
export interface Entities {
  readonly spoken: Spoken;
  /** What stood where the marks are, in order. */
  readonly marked: readonly Spoken[];
  readonly devices: readonly NamedDevice[];
  readonly numbers: readonly string[];
  /** A whole request stands in quotes: people explain the bot to each other. */
  readonly quotedCommand: boolean;
}
interface Found {
  readonly start: number;
  readonly end: number;
  readonly mark: string;
  readonly device?: NamedDevice;
  readonly number?: string;
  readonly command?: boolean;
}

const QUOTED =
  /["“”„«»]([^"“”„«»\n]{1,80})["“”„«»]|「([^「」\n]{1,80})」|『([^『』\n]{1,80})』|`{1,3}([^`\n]{1,80})`{1,3}|(?<![\p{L}\p{N}])'([^'\n]{2,80})'(?![\p{L}\p{N}])/gu;
const GUID =
  /(?<![\p{L}\p{N}-])\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?(?![\p{L}\p{N}-])/giu;
const IMEI = /(?<!\p{N})(\p{N}{15})(?!\p{N})/gu;
const NUMBER =
  /(?:#|№|(?<!\p{L})(?:request|solicitud|petición|peticion|pedido|solicitação|заявк[аиуе]|запрос[а]?|anforderung|anfrage|リクエスト|依頼) )[ ]?(?:#|№|nr\.? |no\.? |n[ºo°]\.? )?(\p{N}{1,8})(?![\p{L}\p{N}-])/giu;
const PRODUCT =
  '(?:iphone|ipad|ipod|macbook|imac|galaxy|pixel|surface|айфон|айпад|макбук)(?: (?:pro|air|mini|plus|max|ultra|se|xr|xs|[a-z]?\\p{N}{1,2}[a-z]?)(?![\\p{L}\\p{N}])){0,2}';
const PRODUCT_CASES = '(?:iphone|ipad|ipod|macbook|imac|galaxy|pixel|surface)(?: (?:pro|air|mini))?';
const SUFFIX = '(?: \\(\\p{N}{1,2}\\))?';
const PRODUCTS: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}])(\\p{L}[\\p{L}.-]{1,20}(?:'s|s')) ${PRODUCT}${SUFFIX}`, 'dgiu'),
  new RegExp(
    `(?<![\\p{L}])${PRODUCT} (?:de la|de|del|da|do|von|vom|of|di) (?<person>\\p{L}[\\p{L}'.-]{1,20}(?: \\p{Lu}[\\p{L}'.-]{1,20})?)${SUFFIX}`,
    'dgu',
  ),
  new RegExp(
    `(?<![\\p{L}])(?:iPhone|iPad|MacBook|iMac|Galaxy|Pixel)(?: (?:Pro|Air|Mini|Max))? (?:de la|de|del|da|do|von|vom|of|di) (?<person>\\p{L}[\\p{L}'.-]{1,20}(?: \\p{Lu}[\\p{L}'.-]{1,20})?)${SUFFIX}`,
    'dgu',
  ),
  new RegExp(`(?<![\\p{L}])${PRODUCT_CASES} \\([^()\\n]{1,30}\\)`, 'dgiu'),
  new RegExp(
    `(?<![\\p{L}])(?:iPhone|iPad|MacBook|iMac|айфон[а-я]{0,2}|айпад[а-я]{0,2}|макбук[а-я]{0,2}|Айфон|iphone|ipad|macbook)(?: (?:Pro|Air))? (?<person>[\\u0410-\\u042F\\u0401][а-яё]{1,20}(?: [\\u0410-\\u042F\\u0401][а-яё]{1,20})?)`,
    'dgu',
  ),
  new RegExp(
    `(?<![\\p{L}])(?<person>\\p{Lu}\\p{Ll}{2,20}s) (?:iPhone|iPad|MacBook|iMac|Galaxy|Pixel)(?: (?:Pro|Air|Mini))?${SUFFIX}`,
    'dgu',
  ),
  new RegExp(
    `(?<person>[\\p{Script=Han}\\p{Script=Katakana}ー]{1,10})(?:さん)?の ?${PRODUCT}${SUFFIX}`,
    'dgiu',
  ),
];
const ANY_PRODUCT = /i(?:phone|pad|pod|mac)|macbook|galaxy|pixel|surface|айфон|айпад|макбук/iu;
const NOBODY =
  /^(?:(?:my|the|our|your|his|her|their|it|this|that|what|who|let|company|user|customer|boss|manager|colleague|today|everyone|somebody|someone|he|she|there|here|client)'?s?'?|mein\p{L}{0,2}|dein\p{L}{0,2}|dies\p{L}{0,2}|das|des|uns\p{L}{0,3}|la|el|mi|un|una|empresa|trabajo|trabalho|usuario|usuário|私|自分|僕|俺|会社|弊社|今日|貴社)$/iu;
const BARE_PRODUCT =
  /(?<=(?:^|(?:to|with|on|device|con|al|mit|com|no|ao|к|с|на) ))(?:iPhone|iPad|MacBook)(?: (?:Pro|Air))?(?= ?(?:$|[.,!?]|に|を))/gu;
const TOKEN =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}][\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}_&+.-]{0,79}/gu;
/** A pattern a language, for what stands right before a name. */
const rightAfter = (words: (cues: Cues) => string, tail: string): readonly RegExp[] =>
  allCues.map(
    (cues) =>
      new RegExp(`(?:^|[^\\p{Script=Latin}\\p{Script=Cyrillic}])(?:${cueSource(words(cues))})${tail}$`, 'u'),
  );
const AFTER_NOUN = rightAfter(
  ({ deviceNoun }) => deviceNoun,
  '(?: (?:named|called|name|llamado|chamado|namens|по имени|с именем))? ?:? ?',
);
const AFTER_SERIAL = rightAfter(({ serialNoun }) => serialNoun, ' ?(?:is|es|é|ist|は|-)? ?[:#]? ?(?:是)?');
const any = (patterns: readonly RegExp[], text: string): boolean =>
  patterns.some((pattern) => pattern.test(text));
const KANJI_BEFORE = /[\p{Script=Han}\p{Script=Katakana}ー]{1,8}$/u;
const NO_KANJI_NAME =
  /(?:デバイス|端末|パソコン|コンピュータ|コンピューター|ノート|マシン|サーバ|サーバー|至急|昨日|今日|本日|明日|今朝|今週|先週|現在|対象|機器|番号|シリアル|件名|件|名前|名|私|僕|俺|下記|以下|上記|当方|例|緊急|スマホ|タブレット|大至急|ヘルプ|サポート|リモート|接続|お願|社用|会社|ホスト|資産|今|毎朝|毎日|最近)$/u;
const COMMAND_LIKE = allCues.map(({ request, menu, cancel, status, script, veto }) =>
  anyOf(
    [
      ...request,
      ...cancel.slice(0, 2),
      ...menu.slice(0, 1),
      ...status.slice(0, 1),
      ...veto.negation.slice(0, 1),
    ],
    script === 'japanese',
  ),
);
const isCommandLike = (quoted: string): boolean => {
  const cue = quoted.toLocaleLowerCase('en').replaceAll('ё', 'е');
  const marked = cue.replace(/[\p{L}\p{N}-]{2,80}/gu, (word) => (/-./u.test(word) ? mark.device : word));
  const lines = [toLine(cue), toLine(marked)];
  return COMMAND_LIKE.some((cues) => lines.some((line) => cues.test(line)));
};

function quotedNames(text: string): Found[] {
  return [...text.matchAll(QUOTED)].map((match) => {
    const name = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? '').trim();
    const span = { start: match.index, end: match.index + match[0].length };
    if (isCommandLike(name) && (name.includes(' ') || !looksLikeDevice(name)))
      return { ...span, mark: mark.quote, command: true };
    const worded = /\p{N}|\p{Lu}|[\p{Script=Han}\p{Script=Katakana}]/u.test(name);
    if (!worded || name.length < 2) return { ...span, mark: mark.quote };
    return { ...span, mark: mark.device, device: { name, kind: 'device_name' as const, others: [] } };
  });
}

function products(text: string): Found[] {
  if (!ANY_PRODUCT.test(text)) return [];
  const found: Found[] = [];
  for (const pattern of PRODUCTS)
    for (const match of text.matchAll(pattern)) {
      const owner = match.groups?.['person'] ?? match[1] ?? '';
      if (NOBODY.test(owner)) continue;
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        mark: mark.device,
        device: { name: match[0], kind: 'device_name', others: owner ? [owner.replace(/'s$|'$/u, '')] : [] },
      });
    }
  for (const match of text.matchAll(BARE_PRODUCT))
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      mark: mark.device,
      device: { name: match[0], kind: 'device_name', others: [] },
    });
  return found;
}

function fixedForms(text: string): Found[] {
  const found: Found[] = [];
  for (const [pattern, kind] of [
    [GUID, 'guid'],
    [IMEI, 'imei'],
  ] as const)
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? match[0];
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        mark: mark.device,
        device: { name, kind, others: [] },
      });
    }
  for (const match of text.matchAll(NUMBER)) {
    const digits = match[1] ?? '';
    const start = match.index + match[0].length - digits.length - (/[#№]/u.exec(match[0]) ? 1 : 0);
    found.push({ start, end: match.index + match[0].length, mark: mark.number, number: digits });
  }
  return found;
}

function tokens({ shown, cue }: Spoken): Found[] {
  const found: Found[] = [];
  for (const match of shown.matchAll(TOKEN)) {
    const token = match[0].replace(/[.&+-]{1,9}$/u, '');
    if (token.length < 2) continue;
    const before = cue.slice(Math.max(0, match.index - 40), match.index);
    if (/[@/\\]$/u.test(before)) continue;
    const end = match.index + token.length;
    if (/^[A-Z0-9-]{5,20}$/iu.test(token) && /\p{N}/u.test(token) && any(AFTER_SERIAL, before)) {
      found.push({
        start: match.index,
        end,
        mark: mark.device,
        device: { name: token, kind: 'serial', others: [] },
      });
      continue;
    }
    const hyphened = /[-_]/u.test(token) && token.length >= 6;
    const named =
      looksLikeDevice(token) || (looksLikeCapitalName(token) && (hyphened || any(AFTER_NOUN, before)));
    if (!named) {
      if (/\p{N}/u.test(token) && /\p{L}/u.test(token))
        found.push({ start: match.index, end, mark: mark.ticket });
      continue;
    }
    const kanji = KANJI_BEFORE.exec(shown.slice(Math.max(0, match.index - 8), match.index))?.[0] ?? '';
    const extended = kanji !== '' && /^\p{L}/u.test(token) && !NO_KANJI_NAME.test(kanji);
    const name = extended ? kanji + token : token;
    const start = extended ? match.index - kanji.length : match.index;
    found.push({
      start,
      end,
      mark: mark.device,
      device: { name, kind: 'device_name', others: extended ? [token] : [] },
    });
  }
  return found;
}

/** What the text names. Earlier kinds win where two overlap; a quoted remark is no device beside a real device name. */
export function readEntities(spoken: Spoken): Entities {
  const quotes = quotedNames(spoken.shown);
  const rest = [...fixedForms(spoken.shown), ...products(spoken.shown), ...tokens(spoken)];
  const chosen: Found[] = [];
  const free = (found: Found): boolean =>
    chosen.every((other) => found.end <= other.start || found.start >= other.end);
  const outside = rest.filter(
    (found) => found.device && quotes.every((quote) => found.end <= quote.start || found.start >= quote.end),
  );
  for (const quote of quotes) {
    const keepsName = quote.device && (outside.length === 0 || looksLikeDevice(quote.device.name));
    chosen.push(
      quote.device && !keepsName ? { start: quote.start, end: quote.end, mark: mark.quote } : quote,
    );
  }
  for (const found of rest) if (free(found)) chosen.push(found);
  chosen.sort((a, b) => a.start - b.start);
  return {
    spoken: edit(
      spoken,
      chosen.map((found) => ({ start: found.start, end: found.end, to: found.mark })),
    ),
    marked: chosen.map(({ start, end }) => ({
      shown: spoken.shown.slice(start, end),
      cue: spoken.cue.slice(start, end),
    })),
    devices: chosen.flatMap((found) => found.device ?? []),
    numbers: chosen.flatMap((found) => found.number ?? []),
    quotedCommand: chosen.some((found) => found.command),
  };
}
