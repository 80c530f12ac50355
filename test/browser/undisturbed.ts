import type { Page } from 'playwright-core';

// The page puts a new element in place of a message that changed, and a bot at work changes its card more than once: the
// answer to a press draws it, and then the message itself becomes newer.

/** How many times something was drawn in the chats since this was asked for the first time. */
const drawings = (page: Page): Promise<unknown> =>
  page.evaluate(`(() => {
    if (!('drawings' in window)) {
      window.drawings = 0;
      new MutationObserver(() => (window.drawings += 1))
        .observe(document.getElementById('panes'), { childList: true, subtree: true });
    }
    return window.drawings;
  })()`);

/** Looks at the chats while nothing is drawn in them: what was seen of two drawings, errors included, is seen again. */
export async function undisturbed<T>(page: Page, look: () => Promise<T>): Promise<T> {
  for (;;) {
    const before = await drawings(page);
    const [outcome] = await Promise.allSettled([look()]);
    if ((await drawings(page)) !== before) continue;
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  }
}
