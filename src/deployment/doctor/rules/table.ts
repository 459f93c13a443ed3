import type { Rule } from '../rule.ts';
import { flyRules } from './fly.ts';
import { flyctlRules } from './flyctl.ts';
import { openclawRules } from './openclaw.ts';

/** Everything that the doctor looks for. */
export const rules: readonly Rule[] = [...flyctlRules, ...flyRules, ...openclawRules];
