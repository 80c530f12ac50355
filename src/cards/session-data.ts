import type { RequestScreen } from '../desk/screens';
import type { Following, In } from '../request/help-request';
import type { Key } from '../i18n/translate';
import { fact, requestButtons, type Button, type CardData, type Fact } from './card';
import { explain } from './explanation';
import { headOf, requestFacts, summaryOf, timeFact, traceFacts } from './request-head';
import type { Line, Words } from './words';

type UnderWay = In<'confirmed' | 'sending' | 'requested' | 'unknown'>;
type Asking = In<'requested' | 'unknown' | 'no-link' | 'needs-human'>;

/** Confirmed and on its way: nothing to decide, so the card says what happens and what is waited for. */
export function progressData(words: Words, screen: RequestScreen, request: UnderWay): CardData {
  const heading = words.line(`progress.${request.status}.heading`);
  return {
    template: 'progress',
    data: {
      ...headOf(words, screen, { heading, sentence: progressSentence(words, request) }),
      hints: progressHints[request.status].map((hint) => words.markdown(hint)),
      facts: progressFacts(words, screen, request),
      buttons: progressButtons(words, screen, request),
    },
    summary: summaryOf(screen, heading),
  };
}

function progressSentence(words: Words, request: UnderWay): Line {
  if (request.status === 'confirmed' && request.waitsFor)
    return words.line(`progress.waits.${request.waitsFor}`, { time: words.time(request.notBefore) });
  return words.line(`progress.${request.status}.sentence`);
}

const progressHints = {
  confirmed: [],
  sending: [],
  requested: ['progress.requested.hint', 'progress.give-up-hint'],
  unknown: ['progress.unknown.hint', 'progress.give-up-hint'],
} as const satisfies Record<UnderWay['status'], readonly Key[]>;

function progressFacts(words: Words, screen: RequestScreen, request: UnderWay): Fact[] {
  switch (request.status) {
    case 'confirmed':
      return [...requestFacts(words, screen), timeFact(words, 'fact.confirmed-at', request.confirmedAt)];
    case 'sending':
      return [...requestFacts(words, screen), timeFact(words, 'fact.asked-at', request.intentAt)];
    case 'requested':
    case 'unknown': {
      const key = request.status === 'requested' ? 'value.waiting-until' : 'value.checking-until';
      return [
        ...requestFacts(words, screen),
        timeFact(words, 'fact.asked-at', request.intentAt),
        fact(words, 'fact.session-link', words.markdown(key, { time: words.time(request.giveUpAt) })),
      ];
    }
  }
}

function progressButtons(words: Words, screen: RequestScreen, { status }: UnderWay): Button[] {
  switch (status) {
    case 'confirmed':
      return requestButtons(words, screen, 'cancel');
    // The POST is leaving this very moment: there is nothing that a press could change.
    case 'sending':
      return [];
    case 'requested':
    case 'unknown':
      return [...requestButtons(words, screen, 'check-again'), ...withdrawButton(words, screen)];
  }
}

/** After the POST "cancel" would promise too much. */
const withdrawButton = (words: Words, screen: RequestScreen): Button[] =>
  requestButtons(words, screen, 'cancel').map((each) => ({ ...each, title: words.plain('button.withdraw') }));

/** A person has to decide, or to sign in: what is known, what is not, and what can be done. */
export function questionData(words: Words, screen: RequestScreen, request: Asking): CardData {
  const topic = topicOf(request);
  const heading = words.line(`question.${topic}.heading`);
  const hint = words.line(`question.${topic}.hint`);
  const isUnseen = request.unseen === true && topic !== 'sign-in';
  const sentence = words.line(isUnseen ? `question.${topic}.unseen` : `question.${topic}.sentence`);
  return {
    template: 'question',
    data: {
      ...headOf(words, screen, { heading, sentence, said: [hint.plain] }),
      hints: [hint.markdown, words.markdown('progress.give-up-hint')],
      facts: [
        fact(words, 'fact.status', words.markdown(`status.${request.status}`)),
        ...notAgainFacts(words, request),
        ...requestFacts(words, screen),
        timeFact(words, 'fact.asked-at', request.intentAt),
        ...traceFacts(words, request),
      ],
      buttons: questionButtons(words, screen, topic),
    },
    summary: summaryOf(screen, heading),
  };
}

/** The last "send again" sent nothing; what became of the attempt before is as open as it was. */
function notAgainFacts(words: Words, request: Asking): Fact[] {
  if (request.status !== 'needs-human' || !request.notAgain) return [];
  const { cause, next } = explain(words, request.notAgain);
  return [fact(words, 'fact.not-sent-again', cause.markdown), fact(words, 'fact.next', next.markdown)];
}

type Topic = 'sign-in' | 'no-link' | 'needs-human';

/** Without sight nothing else can be decided: signing in comes first. */
function topicOf({ status, needsSignIn }: Pick<Following, 'needsSignIn'> & Pick<Asking, 'status'>): Topic {
  return needsSignIn || status === 'requested' || status === 'unknown' ? 'sign-in' : status;
}

function questionButtons(words: Words, screen: RequestScreen, topic: Topic): Button[] {
  switch (topic) {
    case 'sign-in':
      return [...requestButtons(words, screen, 'sign-in'), ...withdrawButton(words, screen)];
    case 'no-link':
      return requestButtons(words, screen, 'check-again', 'close');
    case 'needs-human':
      return requestButtons(words, screen, 'check-again', 'send-again', 'close');
  }
}

/** The session can be opened. The link stands in the button and nowhere else. */
export function readyData(words: Words, screen: RequestScreen, request: In<'ready'>): CardData {
  const link = openable(screen.link);
  const heading = words.line('ready.heading');
  const user = words.line('ready.user');
  return {
    template: 'ready',
    data: {
      ...headOf(words, screen, {
        heading,
        sentence: readySentence(words, screen, link),
        said: link ? [user.plain] : [],
      }),
      steps: link
        ? [fact(words, 'fact.first', words.markdown('ready.you')), fact(words, 'fact.then', user.markdown)]
        : [],
      hint: words.markdown('ready.hint'),
      facts: [
        ...requestFacts(words, screen),
        timeFact(words, 'fact.ready-since', request.readyAt),
        timeFact(words, 'fact.reserved-until', request.releaseAt),
      ],
      links: link ? [{ url: link, title: words.plain('button.open-session') }] : [],
      buttons: requestButtons(words, screen, 'close'),
    },
    summary: summaryOf(screen, heading),
  };
}

/** The desk has checked the host already; a card still opens nothing but https. */
function openable(link: string | undefined): string | undefined {
  return link && URL.canParse(link) && new URL(link).protocol === 'https:' ? link : undefined;
}

function readySentence(words: Words, { withheldHost }: RequestScreen, link: string | undefined): Line {
  if (link) return words.line('ready.sentence');
  return withheldHost === undefined
    ? words.line('ready.link-absent')
    : words.line('ready.link-withheld', { host: withheldHost });
}
