import { signInTexts } from '../cards/line-texts';
import { renderScreen } from '../cards/render-card';
import type { Clock } from '../desk/ports';
import type { Screen, SignInScreen } from '../desk/screens';
import { languageFor } from '../i18n/language';
import type { Outgoing } from './connector';

/** Everything a person reads, made by `cards` and `i18n`. */
export type Words = {
  /** A card or one line, as Markdown with foreign text escaped. `summary` is plain and holds no link. */
  render(
    screen: Screen,
    language: string,
  ): { readonly card?: object; readonly text?: string; readonly summary: string };
  signIn(
    screen: SignInScreen,
    language: string,
  ): { readonly title: string; readonly sentence: string; readonly button: string };
};

/** The words of the cards room. A language that it does not know is answered in English. */
export const wordsOfCards = (clock: Clock): Words => ({
  render: (screen, language) => renderScreen(screen, languageFor(language) ?? 'en', { now: clock.now() }),
  signIn: (screen, language) => signInTexts(screen, languageFor(language) ?? 'en'),
});

/** Turns a screen into what Teams takes. */
export type Present = (screen: Screen, language: string) => Presented;

export type Presented = {
  readonly message: Outgoing;
  /** The body of the answer to an `adaptiveCard/action`: a card that takes the pressed one's place, or a line. */
  readonly pressAnswer: PressAnswer;
  readonly isCard: boolean;
};

export type PressAnswer = { readonly statusCode: number; readonly type: string; readonly value: unknown };

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
const OAUTH_CARD = 'application/vnd.microsoft.card.oauth';
const LINE = 'application/vnd.microsoft.activity.message';

/** @param resource `api://botid-{BOT_ID}`, which the manifest names as well; Teams compares the two. */
export function presenter(words: Words, resource: string): Present {
  return (screen, language) => {
    if (screen.kind === 'sign-in') return presentSignIn(screen, words.signIn(screen, language), resource);
    const { card, text, summary } = words.render(screen, language);
    return card ? presentCard(card, summary) : presentLine(text ?? summary, summary);
  };
}

const answerWithLine = (text: string): PressAnswer => ({ statusCode: 200, type: LINE, value: text });

const presentLine = (text: string, summary: string): Presented => ({
  message: { type: 'message', text, textFormat: 'markdown', summary },
  pressAnswer: answerWithLine(summary),
  isCard: false,
});

const presentCard = (card: object, summary: string): Presented => ({
  message: { type: 'message', summary, attachments: [{ contentType: ADAPTIVE_CARD, content: card }] },
  pressAnswer: { statusCode: 200, type: ADAPTIVE_CARD, value: card },
  isCard: true,
});

/**
 * Our own OAuth card, without a Bot Framework connection: Teams asks Entra for a token of `uri` and sends it back
 * as `signin/tokenExchange` under our `id`; its button opens our own page, whether or not that worked.
 */
function presentSignIn(
  { exchangeId, pageUrl }: SignInScreen,
  { title, sentence, button }: ReturnType<Words['signIn']>,
  resource: string,
): Presented {
  const content = {
    text: sentence,
    connectionName: '',
    buttons: [{ type: 'signin', title: button, value: pageUrl }],
    ...(exchangeId !== undefined && { tokenExchangeResource: { id: exchangeId, uri: resource } }),
  };
  return {
    message: { type: 'message', summary: title, attachments: [{ contentType: OAUTH_CARD, content }] },
    pressAnswer: answerWithLine(sentence),
    isCard: false,
  };
}
