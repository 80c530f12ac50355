/* global Option */
import { make } from './make.mjs';

/** Languages of Teams that one can choose: those the bot speaks, and one that it does not. */
const LANGUAGES = ['en', 'de', 'es', 'pt-BR', 'ru', 'ja', 'sv'];
const KINDS = { technician: 'Technicians', user: 'End users', outsider: 'From outside' };

const labelled = (text, control) => make('label', {}, text, control);

/** The elements of one pane, joined but not yet wired. */
export function paneParts({ people: everybody, botName }) {
  const people = make('select', {}, ...peopleByKind(everybody));
  const places = make('select');
  const languages = make('select', {}, new Option('their own', ''), ...LANGUAGES.map(languageOption));
  const picture = make('span', { className: 'avatar' });
  const about = make('p', { className: 'about' });
  const settings = [labelled('in', places), labelled('Teams language', languages)];
  const app = make('button', { type: 'button', className: 'app' });
  const close = make('button', { type: 'button', className: 'close', textContent: '×' });
  const head = make(
    'div',
    { className: 'pane-head' },
    ...[picture, labelled('Play', people), about, ...settings, app, close],
  );
  const log = make('div', { className: 'log', tabIndex: 0, role: 'log' });
  const typing = make('p', { className: 'typing' });
  const portal = make('div', { role: 'status' });
  const compose = composeParts(botName);
  const element = make('section', { className: 'pane' }, head, log, typing, portal, compose.form);
  const choices = { people, places, languages, app, close };
  return { ...choices, picture, about, log, typing, portal, element, ...compose };
}

/** The line to write in; above it, in shared places, what one answers and whom one mentions. */
function composeParts(botName) {
  const input = make('input', { type: 'text', autocomplete: 'off', placeholder: 'Write a message' });
  const button = make('button', { type: 'submit', className: 'main', textContent: 'Send' });
  const answering = make('p', { className: 'answering' });
  const newPost = make('button', { type: 'button', textContent: 'New post instead' });
  const bot = make('button', { type: 'button', 'aria-pressed': 'true', textContent: `@${botName}` });
  const mention = make('select', { className: 'mention', 'aria-label': 'Mention a person' });
  const shared = make('div', { className: 'shared' }, answering, newPost, bot, mention);
  const form = make('form', { className: 'write' }, shared, input, button);
  return { input, answering, newPost, bot, mention, form };
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

const HINTS = {
  technician: 'Name a device, and the bot shows it before anything happens.',
  user: 'When a technician asks for a session with a device of theirs, Company Portal appears below.',
};

/** What stands in a chat in which nobody has written yet. */
export function welcome({ name, kind }, botName, { onSay, onInstall }) {
  const starter = (label, act) => {
    const button = make('button', { type: 'button', textContent: label });
    button.addEventListener('click', act);
    return button;
  };
  const lines = kind === 'technician' ? ['help me with device LAPTOP-7F3K', 'my devices', 'help'] : ['help'];
  return emptyLog(
    `${name} and ${botName}`,
    HINTS[kind] ?? HINTS.user,
    make(
      'div',
      { className: 'starters' },
      ...lines.map((line) => starter(line, () => onSay(line))),
      starter('Add the app', onInstall),
    ),
  );
}

/** The same in a place that people share. */
export const sharedWelcome = (place, botName) =>
  emptyLog(place, `People write to each other here. ${botName} hears what mentions it.`);

const emptyLog = (title, text, ...more) =>
  make(
    'div',
    { className: 'welcome' },
    make('img', { src: '/page/icon.svg', alt: '' }),
    make('h3', { textContent: title }),
    make('p', { textContent: text }),
    ...more,
  );
