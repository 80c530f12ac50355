import { make } from './make.mjs';
import { askForm } from './overlay.mjs';

/** What the app offers for somebody's message: Teams has it behind the three dots. Nothing where it offers nothing. */
export function messageMenu(actions, { name }, onUse) {
  if (actions.length === 0) return undefined;
  const buttons = actions.map((action) => {
    const button = make('button', { type: 'button', textContent: action.title });
    button.addEventListener('click', async () => {
      menu.open = false;
      const data = await askForm({ title: action.title, text: action.description, fields: action.fields });
      if (data) onUse(action.id, data);
    });
    return button;
  });
  const summary = make('summary', { 'aria-label': `More about the message of ${name}`, textContent: '⋯' });
  const menu = make('details', { className: 'menu' }, summary, make('div', {}, ...buttons));
  return menu;
}
