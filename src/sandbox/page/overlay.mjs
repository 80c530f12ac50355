/* global document, setTimeout, clearTimeout */
import { make } from './make.mjs';

const byId = (id) => document.getElementById(id);
let hiding;

/** A line that vanishes by itself, as Teams shows them. */
export function toast(text) {
  byId('toast').textContent = text;
  clearTimeout(hiding);
  hiding = setTimeout(() => (byId('toast').textContent = ''), 6000);
}

/** Asks something; resolves with the value of the pressed button, or undefined if it was closed. */
export function ask({ title, text, list = [], buttons }) {
  const dialog = byId('dialog');
  byId('dialog-title').textContent = title;
  byId('dialog-text').textContent = text;
  byId('dialog-list').hidden = list.length === 0;
  byId('dialog-list').replaceChildren(...list.map((line) => make('li', { textContent: line })));
  return new Promise((resolve) => {
    const children = buttons.map(({ label, value, isMain }) => {
      const button = make('button', { type: 'button', textContent: label, className: isMain ? 'main' : '' });
      button.autofocus = isMain ?? false;
      button.addEventListener('click', () => dialog.close(value));
      return button;
    });
    byId('dialog-buttons').replaceChildren(...children);
    dialog.returnValue = '';
    dialog.addEventListener('close', () => resolve(dialog.returnValue || undefined), { once: true });
    dialog.showModal();
  });
}

/** Asks for a few lines of text; resolves with them by name, or undefined if it was closed. */
export async function askForm({ title, text, fields }) {
  const inputs = fields.map(({ name, title: label, description }) => {
    const input = make('input', { type: 'text', autocomplete: 'off', name, placeholder: description });
    return { input, row: make('label', {}, label, input) };
  });
  byId('dialog-list').after(make('div', { id: 'dialog-fields' }, ...inputs.map(({ row }) => row)));
  const buttons = [
    { label: 'Cancel', value: '' },
    { label: 'Send', value: 'send', isMain: true },
  ];
  const answer = await ask({ title, text, buttons });
  byId('dialog-fields').remove();
  if (answer !== 'send') return undefined;
  return Object.fromEntries(inputs.map(({ input }) => [input.name, input.value.trim()]));
}

/** The sandbox opens nothing outside of this machine: it says what a click would have opened. */
export function wouldOpen(url) {
  return ask({
    title: 'A link of the real world',
    text: `In Teams this would open ${url}. The sandbox stays on this machine.`,
    buttons: [{ label: 'Close', value: 'closed', isMain: true }],
  });
}
