import type { Rule } from '../rule.ts';

export const flyctlRules: readonly Rule[] = [];
