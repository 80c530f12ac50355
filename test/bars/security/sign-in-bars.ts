import { atLeast, atMost, type Bar } from '../bar';
import { exchangeMany, exchangesPlanned } from './interleaved-exchanges';
import { exchangeCases } from './sign-in-cases';
import { pageCases } from './sign-in-page-cases';
import { onSignInStage } from './sign-in-stage';

const cases = [...exchangeCases, ...pageCases];

async function measureCases() {
  // Two bots: each list ends with setting the clock ahead.
  const flaws: string[] = [];
  for (const list of [exchangeCases, pageCases])
    await onSignInStage(async (stage) => {
      for (const { name, holds } of list) if (!(await holds(stage))) flaws.push(name);
    });
  for (const flaw of flaws) console.log(`  ${flaw}`);
  return atLeast((100 * (cases.length - flaws.length)) / cases.length, 100, ' %');
}

export const signInBars: readonly Bar[] = [
  {
    name: `sign-ins and exchanges judged as they must be (of ${cases.length})`,
    limit: '100 %',
    measure: measureCases,
  },
  {
    name: `people who got another's token in ${exchangesPlanned} interleaved exchanges of 200`,
    limit: '0',
    measure: async () => {
      const { crossings, dropped, mixedUp, granted } = await exchangeMany();
      // Those who arrive together share an exchange, and with it a mixed-up answer.
      if (mixedUp === 0 || dropped < mixedUp || granted < exchangesPlanned / 2)
        throw new Error(
          `The proof proves nothing: ${mixedUp} mixed up, ${dropped} dropped, ${granted} granted`,
        );
      return atMost(crossings, 0);
    },
  },
];
