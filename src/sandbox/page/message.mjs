/* global document */
import { drawCard, drawSignIn, drawText } from './drawing.mjs';
import { avatar, make } from './make.mjs';
import { wouldOpen } from './overlay.mjs';

/** Draws one message as Teams does. `onPress` gets a card's action, `onSignIn` the click on a sign-in card. */
export function drawMessage(message, { onPress, onSignIn, menu }) {
  if (message.signIn && message.signIn.state !== 'button') return signInLine(message.signIn.state);
  const { from, name, at, isEdited } = message;
  const time = new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const body = make('div', { className: 'body' });
  if (message.text) body.append(drawText(message));
  for (const card of message.cards) body.append(pressable(card, onPress));
  if (message.signIn) body.append(drawSignIn(message.signIn, onSignIn));
  return make(
    'article',
    { className: `message ${from}`, tabIndex: -1 },
    from === 'me' && !message.thread ? undefined : avatar(name, from === 'bot'),
    make('h3', { textContent: [name, time, isEdited ? 'edited' : ''].filter(Boolean).join(' · ') }),
    body,
    menu,
  );
}

/** Single sign-on shows nothing in Teams; here a line says that it happened. */
function signInLine(state) {
  const words = state === 'silent' ? 'Teams is signing in…' : 'Signed in';
  return make('p', { className: 'event', textContent: words, tabIndex: -1 });
}

function pressable(content, onPress) {
  const frame = drawCard(content, {
    onLink: wouldOpen,
    onPress: async (action) => {
      frame.setAttribute('aria-busy', 'true');
      await onPress(action);
      frame.removeAttribute('aria-busy');
    },
  });
  return frame;
}

/** What a drawn card says at its top: its heading, and the device if there is one. */
export function headlineOf(element) {
  const [heading, device] = element.querySelectorAll('.card .ac-textBlock');
  if (!heading) return undefined;
  const isDevice = device?.style.fontWeight === '600';
  return isDevice
    ? `${heading.textContent.trim()} · ${device.textContent.trim()}`
    : heading.textContent.trim();
}

const BUTTONS = 'button, [role="button"]';

/** What in the newer drawing of a message has the place of what has the focus in the older one; else the message. */
function heirOf({ textContent: words }, newer) {
  return [...newer.querySelectorAll(BUTTONS)].find(({ textContent }) => textContent === words) ?? newer;
}

/** Puts the newer drawing of a message in place of the older one: neither the focus nor what is being written is lost. */
export function replaceMessage(older, newer) {
  const focused = document.activeElement;
  const [before, after] = [older, newer].map((element) => [...element.querySelectorAll('.ac-input')]);
  const isSameForm = before.length === after.length;
  if (isSameForm) after.forEach((input, index) => (input.value = before[index].value));
  const writing = before.indexOf(focused);
  const hadFocus = older.contains(focused);
  older.replaceWith(newer);
  if (hadFocus) (isSameForm && after[writing] ? after[writing] : heirOf(focused, newer)).focus();
}
