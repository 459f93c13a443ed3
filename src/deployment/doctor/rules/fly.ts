import type { Rule } from '../rule.ts';

export const flyRules: readonly Rule[] = [];
