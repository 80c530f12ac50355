import { atMost, type Bar } from '../bar';
import { findCanaries, type Canary } from './canaries';
import { playStories, type Played } from './canary-story';

/** What was found, and where. Links are in messages and answers only behind the button, which was taken away. */
const found = ({ canaries, places }: Played): string[] =>
  Object.entries(places).flatMap(([place, text]) => {
    const kinds = new Set(
      findCanaries(
        canaries.filter(({ mayBeIn = [] }) => !mayBeIn.includes(place)),
        text,
      ),
    );
    return [...kinds].map((kind) => `${kind} in ${place}`);
  });

let played: Promise<Played> | undefined;

/** Forms of one canary that the search would not see. */
function unseen(canary: Canary): number {
  const { text } = canary;
  const written = [
    text,
    encodeURIComponent(text),
    ...['', 'a', 'ab'].map((before) => Buffer.from(`${before}${text} `).toString('base64')),
  ];
  return written.filter((form) => findCanaries([canary], `{"x":"${form}"}`).length === 0).length;
}

export const canaryBars: readonly Bar[] = [
  {
    name: 'secrets, tokens, codes, links and words where they do not belong, after stories with every fault',
    limit: '0',
    measure: async () => {
      const stories = await (played ??= playStories());
      const hits = found(stories);
      const empty = Object.entries(stories.places)
        .filter(([, text]) => text.length < 2)
        .map(([place]) => place);
      for (const hit of hits) console.log(`  ${hit}`);
      if (stories.canaries.length < 100 || empty.some((place) => place !== 'standard error'))
        throw new Error(
          `The proof proves nothing: ${stories.canaries.length} canaries, nothing in ${empty.join(', ')}`,
        );
      return atMost(hits.length, 0);
    },
  },
  {
    name: 'leaks that would not be noticed: forms of a secret, and a bot that prints what it sends',
    limit: '0',
    measure: async () => {
      const stories = await (played ??= playStories());
      const forms = stories.canaries.reduce((sum, canary) => sum + unseen(canary), 0);
      const caught = found(await playStories(true)).some((hit) => hit.endsWith('in standard error'));
      return atMost(forms + (caught ? 0 : 1), 0);
    },
  },
];
