/* global document */

const NAMES = { teams: 'Teams → bot', connector: 'bot → Teams', graph: 'bot → Graph', login: 'login' };
const MOST_LINES = 300;
/** Ids so long that nobody reads them to the end. */
const LONG_ID = /([\w:@.-]{12})[\w:@.;=-]{18,}/g;

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
      this.list.prepend(line(entry));
    }
    while (this.list.children.length > MOST_LINES) this.list.lastElementChild.remove();
    this.applyFilter();
  }

  applyFilter() {
    for (const item of this.list.children)
      item.hidden = this.filter.value !== '' && item.dataset.where !== this.filter.value;
  }
}

function line({ at, where, method, path, query, person, status, note }) {
  const item = document.createElement('li');
  item.dataset.where = where;
  const part = (tag, className, text) => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    item.append(element, ' ');
  };
  const isTrouble = typeof status !== 'number' || status >= 400;
  part('span', 'time', at.slice(11, 23));
  part('span', `where ${where}`, NAMES[where]);
  part('span', isTrouble ? 'status trouble' : 'status', String(status));
  part('code', 'path', `${method} ${path.replaceAll(LONG_ID, '$1…')}${query ?? ''}`);
  part('span', 'note', [note, person].filter(Boolean).join(' · '));
  return item;
}
