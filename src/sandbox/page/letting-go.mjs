/* global addEventListener, setTimeout */

/** What in a chat is pressed; a list that unfolds may keep the letting go to itself. */
const PRESSED = '.log :is(button, [role="button"], a)';

let isDown = false;
const putOff = new Map();

function hold({ target, button = 0, key = ' ' }) {
  if (button === 0 && key === ' ' && target.closest?.(PRESSED)) isDown = true;
}

function letGo() {
  isDown = false;
  const works = [...putOff.values()];
  putOff.clear();
  for (const work of works) work();
}

for (const type of ['pointerdown', 'keydown']) addEventListener(type, hold);
// The press itself comes right behind. The window's own blur, which does not bubble up from anything in it.
for (const type of ['pointerup', 'pointercancel', 'keyup', 'blur'])
  addEventListener(type, () => setTimeout(letGo));

/**
 * Does the work at once, or while something is held down as soon as that is let go: a browser takes it for no press if
 * the element is another one by then. Of the works of one owner, the newest is done.
 */
export function onceLetGo(owner, work) {
  if (isDown) putOff.set(owner, work);
  else work();
}

/** Nothing of what was put off for this owner is wanted any more. */
export const forget = (owner) => putOff.delete(owner);
