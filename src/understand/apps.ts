import type { Lexicon } from './lexicon';
import { trimmed } from './normalise';
import type { Reading } from './reading';

// What follows "devices with" and is no application.
const NO_APP =
  /^(?:a |an |the |some |any |this |un |una |el |la |um |uma |o |a |ein |eine |der |die |das )?(?:problem|issue|error|trouble|fault|bug|broken|crack|low |more|less|old|new |same|battery|blue|crash|\p{N}+ ?(?:gb|tb|mb|inch|zoll|гб)|virus|fehler|problema|erro|error|fallo|falha|avería|defekt|проблем|ошиб|сбо|неполад|verificad|compliance|no |without|wifi|touch|camera|windows 1|android|ios|my |me |mein|mi |meu|them|it$|問題|不具合|エラー|故障|誰|何)|(?:さん|様|くん|君|氏)$/u;

const QUOTES = ' \n"\'“”„«»「」『』`';

/** The application whose devices are asked for, as it was written. */
export function findApp(
  { polite: { shown, cue }, politeLine, entities }: Reading,
  lexicon: Lexicon,
): string | undefined {
  const namesDevice = (name: string): boolean =>
    entities.devices.some((device) => name.includes(device.name));
  for (const { cue: pattern } of lexicon.locate.app) {
    const span = pattern.find(politeLine)?.indices?.groups?.['app'];
    if (!span) continue;
    const name = trimApp(shown.slice(span[0], span[1]), cue.slice(span[0], span[1]), lexicon);
    if (name && !NO_APP.test(name.toLocaleLowerCase('en')) && !namesDevice(name)) return name;
  }
  return undefined;
}

function trimApp(written: string, cue: string, { appTail }: Lexicon): string {
  let end = cue.length;
  for (let round = 0; round < 4; round += 1) {
    const match = appTail.exec(cue.slice(0, end).trimEnd());
    if (!match) break;
    end = match.index;
  }
  const name = trimmed(written.slice(0, end), QUOTES, `${QUOTES}.:`);
  return /[\uE000-\uF8FF]/u.test(name) ? '' : name;
}
