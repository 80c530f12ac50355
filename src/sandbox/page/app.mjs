/* global document, matchMedia, location, URLSearchParams */
import { loadWorld } from './api.mjs';
import { Pane } from './pane.mjs';
import { WirePanel } from './wire-panel.mjs';

const byId = (id) => document.getElementById(id);
const wanted = new URLSearchParams(location.search);
const world = await loadWorld();
const wire = new WirePanel(byId('wire'), byId('wire-filter'));
const panes = [];
const isDark = () => document.documentElement.dataset.theme === 'dark';

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId('theme').setAttribute('aria-pressed', String(theme === 'dark'));
  for (const pane of panes) pane.redraw();
}

function addPane(person) {
  const pane = new Pane(world, { person, isDark, onWire: (entries) => wire.add(entries) });
  panes.push(pane);
  byId('panes').append(pane.element);
}

function toggleSecond() {
  const second = panes[1];
  if (second) {
    second.leave();
    second.element.remove();
    panes.pop();
  } else addPane(wanted.get('second') ?? 'tina');
  byId('second').setAttribute('aria-pressed', String(panes.length > 1));
}

/** Whoever is named in the situation takes the first pane and writes the line. */
function tryIt({ who, say }) {
  const [pane] = panes;
  if (pane.where.person !== who || pane.where.place !== 'personal') pane.play(who);
  pane.input.focus();
  pane.say(say);
}

function showSituations() {
  const groups = new Map();
  for (const situation of world.situations)
    groups.set(situation.group, [...(groups.get(situation.group) ?? []), situation]);
  for (const [group, situations] of groups) {
    const list = document.createElement('ul');
    list.append(...situations.map(situationItem));
    const title = Object.assign(document.createElement('h3'), { textContent: group });
    byId('situations').append(title, list);
  }
}

function situationItem(situation) {
  const item = document.createElement('li');
  const button = Object.assign(document.createElement('button'), { type: 'button' });
  const name = world.people.find(({ key }) => key === situation.who).name;
  const line = Object.assign(document.createElement('strong'), { textContent: situation.say });
  const what = Object.assign(document.createElement('span'), { textContent: situation.shows });
  const who = Object.assign(document.createElement('span'), { className: 'who', textContent: `as ${name}` });
  button.append(line, what, who);
  button.addEventListener('click', () => tryIt(situation));
  item.append(button);
  return item;
}

addPane(wanted.get('person') ?? 'tom');
if (wanted.has('second')) toggleSecond();
showSituations();
setTheme(wanted.get('theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
byId('theme').addEventListener('click', () => setTheme(isDark() ? 'light' : 'dark'));
byId('second').addEventListener('click', toggleSecond);
if (matchMedia('(max-width: 900px)').matches)
  for (const details of document.querySelectorAll('main details')) details.open = false;
