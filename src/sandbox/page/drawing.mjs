/* global document, AdaptiveCards */
import markdownIt from '/vendor/markdown-it.mjs';
import { hostConfig } from './host-config.mjs';
import { make } from './make.mjs';

// Teams takes a small part of Markdown; HTML is text. Without this hook the renderer would show raw Markdown.
const markdown = markdownIt({ html: false, linkify: false, breaks: true }).disable([
  'heading',
  'lheading',
  'code',
  'fence',
  'blockquote',
  'table',
  'hr',
  'image',
]);

/** Draws a card with Microsoft's renderer. `onPress` gets the action as it goes over the wire. */
export function drawCard(content, { onPress, onLink }) {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  card.onExecuteAction = (action) => press(action, onPress, onLink);
  card.onAnchorClicked = (_element, anchor) => {
    onLink(anchor.href);
    return true;
  };
  card.parse(content);
  const drawn = card.render();
  // A row of several facts is read as a whole: the title of its action says less than what one sees.
  for (const row of drawn?.querySelectorAll('.ac-container.ac-selectable') ?? [])
    row.removeAttribute('aria-label');
  const frame = make('div', { className: 'card' });
  if (content.lang) frame.lang = content.lang;
  frame.append(drawn ?? document.createTextNode(content.fallbackText ?? 'This card cannot be shown.'));
  return frame;
}

function press(action, onPress, onLink) {
  const type = action.getJsonTypeName();
  if (type === 'Action.OpenUrl') return onLink(action.url);
  return onPress({
    type,
    title: action.title ?? '',
    verb: action.verb || undefined,
    data: action.data ?? {},
  });
}

/** A line, with the Markdown that Teams takes unless it is plain. */
export function drawText({ text, isPlain }) {
  const element = make('div', { className: isPlain ? 'text plain' : 'text' });
  if (!isPlain) element.innerHTML = markdown.render(text);
  else element.textContent = text.replaceAll(/<at>([^<]*)<\/at>/g, '@$1');
  return element;
}

/** A sign-in card: plain text and one button, as Teams draws it. */
export function drawSignIn({ text, button }, onSignIn) {
  const press = make('button', { type: 'button', className: 'main', textContent: button });
  press.addEventListener('click', onSignIn);
  return make('div', { className: 'card sign-in' }, make('p', { textContent: text }), press);
}
