import { textOfHtml } from '../../src/teams/text-of-html';

test.each([
  ['<div><div>my screen</div>\n</div>', 'my screen'],
  ['one<br>two<br/>three', 'one\ntwo\nthree'],
  ['<p>R&amp;D-LT-04 &lt;won&#39;t&gt; start</p>', "R&D-LT-04 <won't> start"],
  ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['<at id="0">Anna</at>&nbsp;asks', 'Anna asks'],
  ['<img src=x onerror="alert(1)">', ''],
])('%s reads "%s"', (html, text) => {
  expect(textOfHtml(html)).toBe(text);
});
