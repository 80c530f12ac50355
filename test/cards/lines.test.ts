import { signInTexts } from '../../src/cards/line-texts';
import { renderScreen } from '../../src/cards/render-card';
import { draw } from './drawn';
import { notes, now, signInReasons } from './screens';

const textOf = (note: ReturnType<typeof notes>[number]) =>
  renderScreen({ kind: 'note', note }, 'en', { now });

test('every one-line answer is one line of text, with the same words in its notification', () => {
  for (const note of notes('Priya Raman')) {
    const { text, summary, card } = textOf(note);
    expect(card).toBeUndefined();
    expect(draw(text ?? '').text).toContain(summary);
    expect(text).not.toMatch(/\n|undefined|\{/u);
  }
});

test('the way to the personal chat is a link, and only an https one', () => {
  const address = 'https://teams.microsoft.com/l/chat/0/0?users=28:bot';
  expect(textOf({ code: 'personal-chat-please', chatUrl: address }).text).toContain(
    `[Open the personal chat](${address})`,
  );
  expect(textOf({ code: 'personal-chat-please', chatUrl: 'javascript:alert(1)' }).text).not.toContain(
    'javascript',
  );
});

test('numbers are listed as people list them, and the verb agrees', () => {
  expect(textOf({ code: 'cancelled', numbers: [2077] }).text).toMatch(/^Request #2077 is cancelled\./u);
  expect(textOf({ code: 'cancelled', numbers: [1, 2, 3] }).text).toMatch(
    /^Requests #1, #2,? and #3 are cancelled\./u,
  );
});

test.each(signInReasons)('the sign-in card says why: %s', (reason) => {
  const { title, sentence, button } = signInTexts({ reason }, 'en');
  expect(title).toBe('Sign in to Device Assist');
  expect(button).toBe('Sign in');
  expect(sentence).toMatch(/^[A-Z][^*_[\]]{30,}\.$/u);
  const screen = {
    kind: 'sign-in',
    reason,
    pageUrl: 'https://bot.example/auth/start?ticket=secret',
  } as const;
  expect(renderScreen(screen, 'en', { now })).toEqual({ text: sentence, summary: title });
});
