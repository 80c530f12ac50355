// Runs in the sandbox page: draws cards as the page does, and says what one reads on them and what they are made of.
/* global window, document */
import { drawCard } from '/page/drawing.mjs';

const nothing = () => undefined;
const MADE_BY_MARKDOWN =
  'a,img,script,iframe,svg,strong,em,b,i,s,del,code,pre,ul,ol,li,h1,h2,h3,h4,h5,h6,table,blockquote,hr,button,input,textarea';

window.readCards = (cards) =>
  cards.map(({ card, marks }) => {
    const drawn = drawCard(card, { onPress: nothing, onLink: nothing });
    document.body.append(drawn);
    const text = drawn.textContent;
    const made = [...drawn.querySelectorAll(MADE_BY_MARKDOWN)].map((element) => element.tagName).join();
    drawn.remove();
    const [before, after] = marks;
    const from = text.indexOf(before) + before.length;
    return { made, shown: text.slice(from, text.indexOf(after, from)).replace(/^\n/u, '') };
  });
window.ready = true;
