import type { Bar } from '../bar';
import { malformedBars } from './malformed-bars';
import { slowSocketBars } from './slow-socket-bars';
import { tokenBars } from './token-bars';

/** Every proof that nobody gets in and nothing leaks out. */
export const securityBars: readonly Bar[] = [...tokenBars, ...malformedBars, ...slowSocketBars];
