import { make } from './make.mjs';
import { meaningOf } from './wire-words.mjs';

const NAMES = { teams: 'Teams → bot', connector: 'bot → Teams', graph: 'bot → Graph', login: 'bot → login' };
const MOST_LINES = 300;
/** Ids so long that nobody reads them to the end. */
const LONG_ID = /(?<![\w:@.;=-])([\w:@.-]{6})[\w:@.;=-]{24,}/g;

/** The list of what went over the wire, newest first. */
export class WirePanel {
  constructor(list, filter) {
    this.list = list;
    this.filter = filter;
    this.seen = new Set();
    filter.addEventListener('change', () => this.applyFilter());
  }

  add(entries) {
    for (const entry of entries) {
      // Two open chats both report everything.
      const key = JSON.stringify(entry);
      if (this.seen.has(key)) continue;
      this.seen.add(key);
      this.insert(entry);
    }
    while (this.list.children.length > MOST_LINES) this.list.lastElementChild.remove();
    this.applyFilter();
  }

  /** They come from several places, nearly in order. */
  insert(entry) {
    const drawn = entry.where === 'state' ? stateLine(entry) : line(entry);
    drawn.dataset.at = entry.at;
    const older = [...this.list.children].find(({ dataset }) => dataset.at <= entry.at);
    this.list.insertBefore(drawn, older ?? null);
  }

  applyFilter() {
    for (const item of this.list.children)
      item.hidden = this.filter.value !== '' && item.dataset.where !== this.filter.value;
  }
}

const span = (className, textContent) => make('span', { className, textContent });
const time = (at) => span('time', at.slice(11, 23));

/** A card has come to say something else. */
function stateLine({ at, text }) {
  const head = make('div', { className: 'head' }, time(at), span('where', 'The card says'));
  return make('li', { className: 'state', 'data-where': 'state' }, head, span('meaning', text));
}

function line(entry) {
  const { at, where, person, status } = entry;
  const isTrouble = typeof status !== 'number' || status >= 400;
  const head = make(
    'div',
    { className: 'head' },
    time(at),
    span('where', NAMES[where] ?? where),
    span(isTrouble ? 'status trouble' : 'status', String(status)),
  );
  const meaning = span('meaning', [meaningOf(entry), person].filter(Boolean).join(' · '));
  return make('li', { className: where, 'data-where': where }, head, meaning, call(entry));
}

/** Method and path, with what follows the question mark folded away. */
function call({ method, path, query = '' }) {
  const short = make('code', { textContent: `${method} ${path.replaceAll(LONG_ID, '$1…')}` });
  if (query === '') return make('div', {}, short);
  const parts = query
    .replace(/^\?/, '')
    .split('&')
    .map((part) => make('li', {}, make('code', { textContent: part.replaceAll(',', ', ') })));
  return make('details', {}, make('summary', {}, short), make('ul', {}, ...parts));
}
