import { readMentions } from '../../src/sandbox/page/mentions';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const read = (text: string) => readMentions(text, sandbox.tenant.people, 'Device Assist');

test.each([
  ['please help @Tom Becker', 'please help @tom', ['tom'], false],
  ['please help @tom', 'please help @tom', ['tom'], false],
  ['@Device Assist my laptop, @Tom Becker', '@Device Assist my laptop, @tom', ['tom'], true],
  ['@Anna Vogelsang and not her namesake', '@annika and not her namesake', ['annika'], false],
  ['mail to tom@Tom-Becker.example', 'mail to tom@Tom-Becker.example', [], false],
  ['@tommy is nobody', '@tommy is nobody', [], false],
])('"%s" mentions whom it names', (typed, text, mentions, mentionsBot) => {
  expect(read(typed)).toEqual({ text, mentions, mentionsBot });
});
