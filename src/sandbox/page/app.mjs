/* global document, matchMedia, location, URLSearchParams */
import { loadWorld } from './api.mjs';
import { Panes } from './panes.mjs';
import { showSituations } from './try-list.mjs';
import { WirePanel } from './wire-panel.mjs';

const byId = (id) => document.getElementById(id);
const wanted = new URLSearchParams(location.search);
const isNarrow = matchMedia('(max-width: 900px)').matches;
const world = await loadWorld();
const wire = new WirePanel(byId('wire'), byId('wire-filter'));
const panes = new Panes(world, { holder: byId('panes'), onWire: (entries) => wire.add(entries), onChange });
const isDark = () => document.documentElement.dataset.theme === 'dark';

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId('theme').setAttribute('aria-pressed', String(theme === 'dark'));
}

/** More than two people need the room of the record beside them. */
function onChange(count) {
  byId('second').setAttribute('aria-pressed', String(count === 2));
  byId('channel').setAttribute('aria-pressed', String(count > 2));
  byId('more').hidden = count < 2;
  if (count > 2) byId('record').open = false;
}

/** The second one is whoever the first one helps. */
const two = () => [panes.first, `${wanted.get('second') ?? 'anna'}:personal`];

/** The channel as the requester sees it, and the personal chats of both sides. */
const channel = ['anna:channel', 'anna:personal', 'tom:personal'];

/** Whoever is named in the situation takes a pane and writes the line. */
function tryIt({ who, say, place = 'personal' }) {
  const pane = panes.for(who, place);
  if (isNarrow) byId('try').open = false;
  pane.input.focus();
  pane.say(say, place === 'personal' ? {} : { mentionsBot: true });
}

panes.show(wanted.get('panes')?.split(',') ?? [`${wanted.get('person') ?? 'tom'}:personal`]);
if (wanted.has('second')) panes.show(two());
showSituations(byId('situations'), world, tryIt);
setTheme(wanted.get('theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
byId('theme').addEventListener('click', () => setTheme(isDark() ? 'light' : 'dark'));
byId('second').addEventListener('click', () => panes.show(panes.count === 2 ? [panes.first] : two()));
byId('channel').addEventListener('click', () => panes.show(panes.count > 2 ? ['tom:personal'] : channel));
byId('more').addEventListener('click', () => panes.add('tina:personal'));
if (isNarrow) for (const details of document.querySelectorAll('main > * > details')) details.open = false;
