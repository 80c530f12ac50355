import { vetoNames, type VetoName } from './cues/cues';
import type { Lexicon } from './lexicon';
import { none, withDevices, type Outcome } from './outcomes';
import { type CueSet, type Line } from './cue-sets';
import { trimmed } from './normalise';
import { mark } from './patterns';
import type { Reading } from './reading';

const AND = ' ?,? ?(?:and|or|y|e|и|und|と|&|[+]|/) ?| ?, ?| ';
const JUST_DEVICES = new RegExp(
  `^[ :,.!?-]{0,9}${mark.device}(?:(?:${AND})${mark.device}){0,4}[ .,!?]{0,9}$`,
  'u',
);

/** What one sentence says, in any language. */
interface Heard {
  readonly line: Line;
  readonly request: boolean;
  readonly objectless: boolean;
  readonly problem: boolean;
  readonly remote: boolean;
  readonly device: boolean;
}
/** The same, and what takes it back. */
interface Judged extends Heard {
  readonly veto: VetoName | undefined;
}
type Cue = 'request' | 'objectless' | 'problem' | 'remote' | 'naming';

const says = (cue: keyof Lexicon['has'], line: Line, lexicons: readonly Lexicon[]): boolean =>
  lexicons.some(({ has }) => has[cue].test(line));

/** The first veto of a sentence, in the order of `vetoNames`. */
export function vetoIn(
  line: Line,
  lexicons: readonly Lexicon[],
  asked: readonly VetoName[] = vetoNames,
): VetoName | undefined {
  return asked.find((name) => lexicons.some(({ veto }) => veto[name].test(line)));
}

/** The text names a device and says nothing else. */
const onlyNames = (line: Line, lexicons: readonly Lexicon[]): boolean =>
  lexicons.some(({ has }) => {
    const match = has.naming.find(line);
    return (
      match !== null &&
      trimmed(line.text, '', ' .,:;!?。、').length <= match.index + match[0].length &&
      match.index === 0
    );
  });

function hear(line: Line, lexicons: readonly Lexicon[]): Heard {
  return {
    line,
    request: says('request', line, lexicons),
    objectless: says('objectless', line, lexicons),
    problem: says('problem', line, lexicons) && !says('calm', line, lexicons),
    remote: says('remote', line, lexicons),
    device: line.text.includes(mark.device),
  };
}

const asksAnything = ({ request, objectless, problem, remote }: Heard): boolean =>
  request || objectless || problem || remote;

/** "Is PC-1 still broken?": a question about a trouble, unless it asks for its cause or for an idea. */
const onlyAsksAbout = ({ line, request, objectless, problem }: Heard): boolean =>
  problem && !request && !objectless && QUESTION.test(line.text) && !ASKS_FOR_CAUSE.test(line.text);
const QUESTION = /[?] ?$/u;
const ASKS_FOR_CAUSE =
  /why|wrong|how come|what to do|ideas?|what now|por qu[eéê]|qu[eé] (?:le )?(?:pasa|ocurre|sucede|hago|hacer)|o que (?:deu|houve|h[áa]|fazer|fa[cç]o)|ideias?|почему|отчего|что (?:с|со|делать|случилось|происходит)|иде[ия]|warum|wieso|weshalb|was (?:ist|tun|kann|mach)|ideen?|なぜ|なんで|どうし|何故|原因|can |could |puede|pode|kann|könn|можно|можете|може|(?:もらえ|いただけ|頂け|くれ|でき)(?:ます|ない|ません)/u;

function judge(heard: Heard, lexicons: readonly Lexicon[]): Judged {
  const veto = vetoIn(heard.line, lexicons) ?? (onlyAsksAbout(heard) ? 'deliberation' : undefined);
  if (veto !== 'conditional' || heard.request || !complainsFirst(heard.line, lexicons))
    return { ...heard, veto };
  return { ...heard, veto: vetoIn(heard.line, lexicons, WITHOUT_CONDITION) };
}
const WITHOUT_CONDITION = vetoNames.filter((name) => name !== 'conditional');

/**
 * "PC-1 crashes if I open Excel": the condition describes the problem, it does not put it in doubt. In Japanese the condition
 * stands behind what it conditions, so there the problem has to come after it.
 */
function complainsFirst(line: Line, lexicons: readonly Lexicon[]): boolean {
  const where = (cues: CueSet): number => cues.find(line)?.index ?? Infinity;
  return lexicons.some(({ has, veto, script }) => {
    const [problem, condition] = [where(has.problem), where(veto.conditional)];
    if (condition === Infinity || problem === Infinity) return false;
    return script === 'japanese' ? condition < problem : problem < condition;
  });
}

/** Vetoes that hold for the whole text, not only for their sentence. */
const EVERYWHERE: ReadonlySet<VetoName> = new Set(['injection', 'thanks', 'metalanguage', 'solved']);

/** Whether someone asks for help with a device: a request or a problem, in a sentence that nothing takes back. */
export function readDeviceRequest(reading: Reading): Outcome {
  const { sentences, skeleton, skeletonLine, lexicons } = reading;
  const unnamed = reading.entities.devices.length === 0;
  const unmatched = none(unnamed ? 'no-device' : 'device-without-request');
  if (JUST_DEVICES.test(skeleton.cue)) return withDevices('help_device', reading, 'device-alone');
  if (sentences.length === 1 && onlyNames(skeletonLine, lexicons))
    return found(reading, 'device-alone', 'naming', skeletonLine);
  // Most talk names no device and is not for the bot: only a remote session asked for by name can still matter.
  if (unnamed && !reading.addressed && !sentences.some((line) => says('remote', line, lexicons)))
    return unmatched;

  const heard = sentences.map((line) => hear(line, lexicons));
  if (!heard.some(asksAnything)) return unmatched;
  const judged = heard.map((sentence) => judge(sentence, lexicons));
  const everywhere = judged.find(({ veto }) => veto && EVERYWHERE.has(veto))?.veto;
  if (everywhere) return none(`veto:${everywhere}`);
  if (says('bulk', skeletonLine, lexicons)) return none('veto:bulk');
  const standing = judged.filter(({ veto }) => veto === undefined);
  const outcome = unnamed ? withoutDevice(reading, standing) : withDevice(reading, standing);
  const taken = judged.find((sentence) => sentence.veto && asksAnything(sentence))?.veto;
  return outcome ?? (taken ? none(`veto:${taken}`) : unmatched);
}

function found(reading: Reading, reason: string, cue: Cue, line: Line): Outcome {
  const languages = reading.lexicons.filter(({ has }) => has[cue].test(line)).map(({ language }) => language);
  return { ...withDevices('help_device', reading, reason), languages };
}

function withDevice(reading: Reading, heard: readonly Heard[]): Outcome | undefined {
  const requested = heard.find(({ request, device }) => request && device);
  if (requested) return found(reading, 'cue:request', 'request', requested.line);
  const complained = heard.find(({ problem, device }) => problem && device);
  if (complained) return found(reading, 'cue:problem', 'problem', complained.line);
  return acrossSentences(reading, heard);
}

/** "Please help. It's PC-1." or "My laptop is dead. Device PC-1." */
function acrossSentences(reading: Reading, heard: readonly Heard[]): Outcome | undefined {
  const asks = heard.find(({ objectless }) => objectless);
  if (asks && heard.some(({ device }) => device))
    return found(reading, 'cue:request-then-device', 'objectless', asks.line);
  const wants = heard.find(({ request, problem }) => request || problem);
  const named = heard.some(
    ({ line, device }) => device && (saysLittle(line.text) || says('naming', line, reading.lexicons)),
  );
  if (!wants || !named) return undefined;
  return found(reading, 'cue:request-then-device', wants.request ? 'request' : 'problem', wants.line);
}

/** "PC-1 again …": hardly more than the device's name, so that what the next sentence says is about it. */
const saysLittle = (text: string): boolean =>
  text.split(' ').filter((word) => !word.includes(mark.device)).length <= MOST_WORDS_BESIDE;
const MOST_WORDS_BESIDE = 4;

function withoutDevice(reading: Reading, heard: readonly Heard[]): Outcome | undefined {
  const remote = heard.find((sentence) => sentence.remote);
  if (remote) return found(reading, 'cue:remote-session', 'remote', remote.line);
  if (!reading.addressed) return undefined;
  const problem = heard.find((sentence) => sentence.problem);
  if (problem) return found(reading, 'cue:problem-to-bot', 'problem', problem.line);
  const asks = heard.find(({ objectless }) => objectless);
  return asks && found(reading, 'cue:request-to-bot', 'objectless', asks.line);
}
