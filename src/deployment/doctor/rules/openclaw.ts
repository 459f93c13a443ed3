import type { Rule } from '../rule.ts';

export const openclawRules: readonly Rule[] = [];
