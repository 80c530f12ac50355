import { make } from './make.mjs';

/** Fills the list of what to try: one fold a group, the first one open. */
export function showSituations(place, { situations, people }, onTry) {
  const groups = new Map();
  for (const situation of situations)
    groups.set(situation.group, [...(groups.get(situation.group) ?? []), situation]);
  for (const [group, members] of groups) {
    const count = make('span', { className: 'count', textContent: ` ${members.length}` });
    const title = make('summary', {}, make('h3', {}, group, count));
    const list = make('ul', {}, ...members.map((situation) => item(situation, people, onTry)));
    place.append(make('details', { open: place.children.length === 0 }, title, list));
  }
}

function item(situation, people, onTry) {
  const { who, say, shows } = situation;
  const { name } = people.find(({ key }) => key === who);
  const button = make(
    'button',
    { type: 'button' },
    make('span', { className: 'say', textContent: say }),
    make('span', { textContent: who === 'tom' ? shows : `${name}: ${shows}` }),
  );
  button.addEventListener('click', () => onTry(situation));
  return make('li', {}, button);
}
