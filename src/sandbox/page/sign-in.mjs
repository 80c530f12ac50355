import { ask } from './overlay.mjs';

const closing = [{ label: 'Close', value: 'closed', isMain: true }];

/** Plays the window that the button of a sign-in card opens: the consent page, and what the bot's page says after it. */
export async function signIn(pane, botName) {
  const page = await pane.tell('sign-in/open', {});
  if (!page) return;
  if (!page.isSignIn) return ask({ ...page, buttons: closing });
  const decision = await ask({
    title: 'Permissions requested',
    text: `${botName} asks ${page.account} for permission to:`,
    list: ['Read and write Microsoft Intune devices', 'Read the profile, and basic profiles of others'],
    buttons: [
      { label: 'Cancel', value: 'cancel' },
      { label: 'Accept', value: 'accept', isMain: true },
    ],
  });
  const last = await pane.tell('sign-in/answer', { decision: decision ?? 'cancel' });
  if (last?.title) await ask({ ...last, buttons: closing });
}
