import type { Cues } from './cues';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { ja } from './ja';
import { ptBr } from './pt-br';
import { ru } from './ru';

export const allCues: readonly Cues[] = [en, es, ru, ptBr, de, ja];
