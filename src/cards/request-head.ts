import type { RequestScreen } from '../desk/screens';
import { isSessionRefusal } from '../request/case/case';
import type { Attempt, HelpRequest } from '../request/help-request';
import { fact, rootOf, type CardRoot, type Fact } from './card';
import { guardParts } from './case-guard';
import { hasUnusualName, primaryUser } from './device-lines';
import { plain, safe, type Markdown, type Plain } from '../safe-text/safe-text';
import { joinedLine, joinedPlain, type Line, type Words } from './words';

/** Characters of the reason that a technician may give. */
export const LONGEST_REASON = 200;

export type RequestHead = CardRoot & {
  readonly heading: Markdown;
  readonly device: Markdown;
  readonly sentence: Markdown;
  /** Why the last press was not carried out; what is to be said of the card itself. */
  readonly notices: readonly Markdown[];
  /** By which the owner of the device knows the technician. */
  readonly phrases: readonly { readonly label: Markdown; readonly phrase: string }[];
  readonly footer: Markdown;
};

type Said = {
  readonly heading: Line;
  readonly sentence: Line;
  /** What a voice says besides. */
  readonly said?: readonly Plain[];
};

/** What every card of a request begins and ends with. */
export function headOf(words: Words, screen: RequestScreen, { heading, sentence, said }: Said): RequestHead {
  const { device, number } = screen.stored.request;
  const { phrases, warnings } = guardOf(words, screen);
  const reference = words.line('card.reference', { number });
  const notices = [
    ...noticeOf(words, screen),
    ...(screen.replaces ? [words.line('card.replaces')] : []),
    ...(hasUnusualName(device) ? [words.line('card.unusual-characters')] : []),
    ...warnings,
  ];
  const aloud = [
    heading.plain,
    plain(device.name),
    ...notices.map((notice) => notice.plain),
    sentence.plain,
    ...phrases.flatMap(({ label, phrase }) => [label.plain, plain(phrase)]),
    ...(said ?? []),
  ];
  return {
    ...rootOf(words, aloud, [heading.plain, reference.plain]),
    heading: heading.markdown,
    device: safe(device.name),
    sentence: sentence.markdown,
    notices: notices.map((notice) => notice.markdown),
    phrases: phrases.map(({ label, phrase }) => ({ label: label.markdown, phrase })),
    footer: reference.markdown,
  };
}

function noticeOf(words: Words, { notice, stored: { request } }: RequestScreen): Line[] {
  if (!notice) return [];
  if (!isSessionRefusal(notice)) return [words.line(`refusal.${notice}`)];
  // Its case says no, in the words of a case: they speak of the help request, and this card of another one.
  const [of, why] = [request.case, words.line(`case.refusal.${notice}`)];
  return of ? [joinedLine(' · ', [words.line('case.heading', { number: of.number }), why])] : [why];
}

/** What the owner of the device was told of a request for somebody's case, as long as it is not over. */
function guardOf(words: Words, { stored }: RequestScreen): ReturnType<typeof guardParts> {
  const { request } = stored;
  const isOver = ['refused', 'failed', 'closed'].includes(request.status);
  if (!request.case || isOver) return { phrases: [], warnings: [] };
  const { phrases, warnings } = guardParts(words, request.case.guard, request.status !== 'draft');
  const needsReason = request.status === 'draft' && warnings.length > 0;
  return {
    phrases,
    warnings: needsReason ? [...warnings, words.line('case.guard.reason-needed')] : warnings,
  };
}

/** For notifications: what happened, to which device. */
export const summaryOf = ({ stored }: RequestScreen, heading: Line): Plain =>
  joinedPlain(' · ', [heading.plain, plain(stored.request.device.name)]);

/** Whose device it is, and why it was asked for. */
export function requestFacts(words: Words, { stored }: RequestScreen): Fact[] {
  const { device, reason } = stored.request;
  return [
    ...caseFact(words, stored.request),
    fact(words, 'fact.primary-user', primaryUser(words, device)),
    ...(reason ? [fact(words, 'fact.given-reason', safe(reason, LONGEST_REASON))] : []),
  ];
}

/** For whose help request it was opened. */
export const caseFact = (words: Words, request: HelpRequest): Fact[] =>
  request.case
    ? [
        fact(
          words,
          'fact.case',
          words.markdown('value.case', {
            number: request.case.number,
            requester: request.case.requester.name,
          }),
        ),
      ]
    : [];

export const timeFact = (words: Words, title: Parameters<typeof fact>[1], at: number): Fact =>
  fact(words, title, safe(words.time(at)));

/** What support needs to find the call in Intune's own records. */
export function traceFacts(
  words: Words,
  { graphRequestId, clientRequestId }: Partial<Pick<Attempt, 'graphRequestId' | 'clientRequestId'>>,
): Fact[] {
  return [
    ...(graphRequestId ? [fact(words, 'fact.graph-request-id', safe(graphRequestId))] : []),
    ...(clientRequestId ? [fact(words, 'fact.client-request-id', safe(clientRequestId))] : []),
  ];
}
