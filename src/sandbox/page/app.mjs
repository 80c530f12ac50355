/* global document, matchMedia, location, URLSearchParams */
import { loadWorld } from './api.mjs';
import { Pane } from './pane.mjs';
import { showSituations } from './try-list.mjs';
import { WirePanel } from './wire-panel.mjs';

const byId = (id) => document.getElementById(id);
const wanted = new URLSearchParams(location.search);
const isNarrow = matchMedia('(max-width: 900px)').matches;
const world = await loadWorld();
const wire = new WirePanel(byId('wire'), byId('wire-filter'));
const panes = [];
const isDark = () => document.documentElement.dataset.theme === 'dark';

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId('theme').setAttribute('aria-pressed', String(theme === 'dark'));
}

function addPane(person) {
  const pane = new Pane(world, { person, onWire: (entries) => wire.add(entries) });
  panes.push(pane);
  byId('panes').append(pane.element);
}

/** The second one is whoever the first one helps. */
function toggleSecond() {
  const second = panes[1];
  if (second) {
    second.leave();
    second.element.remove();
    panes.pop();
  } else addPane(wanted.get('second') ?? 'anna');
  byId('second').setAttribute('aria-pressed', String(panes.length > 1));
}

/** Whoever is named in the situation takes a pane and writes the line. */
function tryIt({ who, say }) {
  const pane = panes.find(({ where }) => where.person === who) ?? panes[0];
  if (pane.where.person !== who || pane.where.place !== 'personal') pane.play(who);
  if (isNarrow) byId('try').open = false;
  pane.input.focus();
  pane.say(say);
}

addPane(wanted.get('person') ?? 'tom');
if (wanted.has('second')) toggleSecond();
showSituations(byId('situations'), world, tryIt);
setTheme(wanted.get('theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
byId('theme').addEventListener('click', () => setTheme(isDark() ? 'light' : 'dark'));
byId('second').addEventListener('click', toggleSecond);
if (isNarrow) for (const details of document.querySelectorAll('main > * > details')) details.open = false;
