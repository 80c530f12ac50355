/* global document */

/** Makes an element with properties and children; `aria-…` and `data-…` become attributes. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties))
    if (name.includes('-')) element.setAttribute(name, value);
    else element[name] = value;
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** White letters can be read on each of them. */
const COLOURS = ['#8a3ba8', '#0b6a75', '#a4262c', '#486018', '#004e8c', '#8a5000', '#4f5a66'];

/** A person's initials in a circle, or the bot's sign. The name always stands beside it. */
export function avatar(name, isBot) {
  if (isBot)
    return make('span', { className: 'avatar' }, make('img', { src: '/page/icon.svg', alt: '', width: 32 }));
  const letters = name.split(/\s+/).map((word) => [...word][0] ?? '');
  const sum = [...name].reduce((total, letter) => total + letter.codePointAt(0), 0);
  const circle = make('span', { className: 'avatar', 'aria-hidden': 'true' });
  circle.textContent = letters.slice(0, 2).join('').toUpperCase();
  circle.style.background = COLOURS[sum % COLOURS.length];
  return circle;
}
