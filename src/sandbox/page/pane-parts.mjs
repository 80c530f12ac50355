/* global document, Option */

const LANGUAGES = ['en-US', 'de-DE', 'es-ES', 'pt-BR', 'ru-RU', 'ja-JP'];

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const labelled = (text, control) => make('label', {}, `${text} `, control);

/** The elements of one pane, joined but not yet wired. */
export function paneParts({ people: everybody }) {
  const people = make('select', {}, ...everybody.map(({ key, name }) => new Option(name, key)));
  const places = make('select');
  const languages = make('select', {}, new Option('their own', ''));
  languages.append(...LANGUAGES.map((one) => new Option(one, one)));
  const about = make('p', { className: 'about' });
  const choices = [labelled('Play', people), labelled('in', places), labelled('Teams language', languages)];
  const head = make('div', { className: 'pane-head' }, ...choices, about);
  const log = make('div', { className: 'log', tabIndex: 0, role: 'log' });
  const typing = make('p', { className: 'typing' });
  const input = make('input', { type: 'text', autocomplete: 'off', placeholder: 'Write a message' });
  const button = make('button', { type: 'submit', className: 'main', textContent: 'Send' });
  const form = make('form', { className: 'write' }, input, button);
  const element = make('section', { className: 'pane' }, head, log, typing, form);
  return { people, places, languages, about, log, typing, input, form, element };
}
