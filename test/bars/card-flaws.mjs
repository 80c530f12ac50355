// Runs in the page: draws a card and says what is cut off, sticks out or lies upon something else.

const textOf = (leaf) => (leaf.textContent ?? '').slice(0, 60);

function overlaps(leaf, next) {
  if (!next) return false;
  const [a, b] = [leaf.getBoundingClientRect(), next.getBoundingClientRect()];
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 2 && down > 2;
}

globalThis.cardFlaws = (card, hostConfig, width) => {
  const frame = document.createElement('div');
  frame.className = 'card';
  frame.style.width = `${width}px`;
  document.body.replaceChildren(frame);
  const drawn = new AdaptiveCards.AdaptiveCard();
  drawn.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  drawn.parse(card);
  const element = drawn.render();
  if (!element) return ['not drawn'];
  frame.append(element);
  const right = frame.getBoundingClientRect().left + width;
  const leaves = [...frame.querySelectorAll('*')].filter(
    (each) => each.children.length === 0 && textOf(each).trim() !== '' && each.offsetParent !== null,
  );
  const isCut = (leaf) =>
    getComputedStyle(leaf).display !== 'inline' && leaf.scrollWidth > leaf.clientWidth + 1;
  return [
    ...leaves.filter(isCut).map((leaf) => `cut off: ${textOf(leaf)}`),
    ...leaves
      .filter((leaf) => leaf.getBoundingClientRect().right > right + 1)
      .map((leaf) => `sticks out: ${textOf(leaf)}`),
    ...leaves
      .filter((leaf, index) => overlaps(leaf, leaves[index + 1]))
      .map((leaf) => `overlaps: ${textOf(leaf)}`),
  ];
};
