import type { Bar } from '../bar';
import { tokenBars } from './token-bars';

/** Every proof that nobody gets in and nothing leaks out. */
export const securityBars: readonly Bar[] = [...tokenBars];
