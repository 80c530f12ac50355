import { make } from './make.mjs';

/** Answers are remembered for as long as the page is open: the prompt is over then, whoever looks. */
const answers = new Map();

const outcomes = {
  accept: 'Allowed. On a real device TeamViewer opens now, and the technician sees the screen.',
  decline: 'Declined. Nobody sees the screen. Intune does not tell the bot.',
};

/** Shows what Company Portal asks on the person's devices. It is outside of the bot's world: nothing is sent. */
export function showPrompts(place, prompts) {
  place.replaceChildren(...prompts.filter(({ id }) => answers.get(id) !== 'gone').map(drawPrompt));

  function drawPrompt({ id, device, technician }) {
    const answer = answers.get(id);
    const buttons = answer ? { gone: 'Hide' } : { accept: 'Allow', decline: 'Decline' };
    const line = outcomes[answer] ?? `${technician} of your help desk asks to see this screen.`;
    const choices = Object.entries(buttons).map(([value, label]) => {
      const button = make('button', { type: 'button', textContent: label });
      button.addEventListener('click', () => {
        answers.set(id, value);
        showPrompts(place, prompts);
      });
      return button;
    });
    return make(
      'section',
      { className: 'portal', 'aria-label': `Company Portal on ${device}` },
      make('h3', { textContent: `Company Portal on ${device}` }),
      make('p', { textContent: line }),
      make('div', { className: 'dialog-buttons' }, ...choices),
    );
  }
}
