/* global Option */
import { make } from './make.mjs';

/** Languages of Teams that one can choose: those the bot speaks, and one that it does not. */
const LANGUAGES = ['en', 'de', 'es', 'pt-BR', 'ru', 'ja', 'sv'];
const KINDS = { technician: 'Technicians', user: 'End users', outsider: 'From outside' };

const labelled = (text, control) => make('label', {}, text, control);

/** The elements of one pane, joined but not yet wired. */
export function paneParts({ people: everybody }) {
  const people = make('select', {}, ...peopleByKind(everybody));
  const places = make('select');
  const languages = make('select', {}, new Option('their own', ''), ...LANGUAGES.map(languageOption));
  const picture = make('span', { className: 'avatar' });
  const about = make('p', { className: 'about' });
  const settings = [labelled('in', places), labelled('Teams language', languages)];
  const head = make('div', { className: 'pane-head' }, picture, labelled('Play', people), about, ...settings);
  const log = make('div', { className: 'log', tabIndex: 0, role: 'log' });
  const typing = make('p', { className: 'typing' });
  const portal = make('div', { role: 'status' });
  const input = make('input', { type: 'text', autocomplete: 'off', placeholder: 'Write a message' });
  const button = make('button', { type: 'submit', className: 'main', textContent: 'Send' });
  const form = make('form', { className: 'write' }, input, button);
  const element = make('section', { className: 'pane' }, head, log, typing, portal, form);
  return { people, places, languages, picture, about, log, typing, portal, input, form, element };
}

function peopleByKind(everybody) {
  return Object.entries(KINDS).map(([kind, label]) => {
    const members = everybody.filter((person) => person.kind === kind);
    return make('optgroup', { label }, ...members.map(({ key, name }) => new Option(name, key)));
  });
}

function languageOption(language) {
  const option = new Option(new Intl.DisplayNames([language], { type: 'language' }).of(language), language);
  option.lang = language;
  return option;
}

/** What stands in a chat in which nobody has written yet. */
export function welcome({ name, kind }, botName, { onSay, onInstall }) {
  const starter = (label, act) => {
    const button = make('button', { type: 'button', textContent: label });
    button.addEventListener('click', act);
    return button;
  };
  const lines = kind === 'technician' ? ['help me with device LAPTOP-7F3K', 'my devices', 'help'] : ['help'];
  const hint =
    kind === 'technician'
      ? 'Name a device, and the bot shows it before anything happens.'
      : 'When a technician asks for a session with a device of theirs, Company Portal appears below.';
  return make(
    'div',
    { className: 'welcome' },
    make('img', { src: '/page/icon.svg', alt: '' }),
    make('h3', { textContent: `${name} and ${botName}` }),
    make('p', { textContent: hint }),
    make(
      'div',
      { className: 'starters' },
      ...lines.map((line) => starter(line, () => onSay(line))),
      starter('Add the app', onInstall),
    ),
  );
}
