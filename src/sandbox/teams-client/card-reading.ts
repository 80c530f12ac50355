import { isObject, type JsonObject } from '../json';

/** A button of a card. */
export interface CardAction {
  readonly type: string;
  readonly title: string;
  readonly verb?: string;
  readonly url?: string;
  readonly data: JsonObject;
}

/** A card as a person sees it at one moment. It can still be pressed when the chat shows a newer one. */
export interface SeenCard {
  readonly messageId: string;
  readonly card: JsonObject;
  /** Everything readable on it, a line each. */
  readonly text: string;
  readonly actions: readonly CardAction[];
}

/** Properties of card elements that people read. */
const READABLE = ['text', 'title', 'value', 'label', 'placeholder', 'errorMessage', 'altText', 'speak'];

export function readCard(messageId: string, card: JsonObject): SeenCard {
  return { messageId, card, text: readableTexts(card).join('\n'), actions: actionsOf(card) };
}

/** Not shown: what a client shows instead of the card, and how it refreshes. */
const NOT_SHOWN = ['fallback', 'fallbackText', 'refresh', 'data', 'authentication'];

function children(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (!isObject(value) || value['isVisible'] === false) return [];
  return Object.entries(value)
    .filter(([name]) => !NOT_SHOWN.includes(name))
    .map(([, child]) => child);
}

function readableTexts(element: unknown): string[] {
  const own = isObject(element) && element['isVisible'] !== false ? ownTexts(element) : [];
  return [...own, ...children(element).flatMap(readableTexts)];
}

function ownTexts(element: JsonObject): string[] {
  // The value of an input is what was typed, that of a choice is for machines; a fact's value is read.
  const isFact = element['type'] === undefined && !('isSubtle' in element);
  return READABLE.filter((name) => name !== 'value' || isFact)
    .map((name) => element[name])
    .filter((text) => typeof text === 'string');
}

function actionsOf(element: unknown): CardAction[] {
  const type = isObject(element) ? element['type'] : undefined;
  const own = isObject(element) && typeof type === 'string' && type.startsWith('Action.') ? [element] : [];
  return [...own.map(readAction), ...children(element).flatMap(actionsOf)];
}

function readAction(action: JsonObject): CardAction {
  const { type, title, verb, url, data } = action;
  return {
    type: String(type),
    title: typeof title === 'string' ? title : '',
    ...(typeof verb === 'string' ? { verb } : {}),
    ...(typeof url === 'string' ? { url } : {}),
    data: isObject(data) ? data : {},
  };
}

/** What the inputs of a card hold before anybody types. */
export function inputDefaults(element: unknown): Record<string, unknown> {
  const inputs: Record<string, unknown> = {};
  if (isObject(element) && typeof element['id'] === 'string' && String(element['type']).startsWith('Input.'))
    inputs[element['id']] = element['value'] ?? '';
  for (const child of children(element)) Object.assign(inputs, inputDefaults(child));
  return inputs;
}

/** By title or verb, exactly, or by a pattern over the title. */
export function findAction(card: SeenCard, which: string | RegExp): CardAction | undefined {
  return card.actions.find(({ title, verb }) =>
    typeof which === 'string' ? title === which || verb === which : which.test(title),
  );
}
