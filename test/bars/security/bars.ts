import type { Bar } from '../bar';
import { badConfigurationBars } from './bad-configuration-bars';
import { canaryBars } from './canary-bars';
import { hostileTextBars } from './hostile-text-bars';
import { injectionBars } from './injection-bars';
import { malformedBars } from './malformed-bars';
import { pressedDataBars } from './pressed-data-bars';
import { signInBars } from './sign-in-bars';
import { slowSocketBars } from './slow-socket-bars';
import { tokenBars } from './token-bars';

/** Every proof that nobody gets in and nothing leaks out. */
export const securityBars: readonly Bar[] = [
  ...tokenBars,
  ...signInBars,
  ...malformedBars,
  ...pressedDataBars,
  ...hostileTextBars,
  ...injectionBars,
  ...canaryBars,
  ...slowSocketBars,
  ...badConfigurationBars,
];
