import type { Rule } from '../rule.ts';
import { flyctlMissing, flyctlSeveral, flyctlVersion } from './flyctl/binary.ts';
import { tunnelTrouble } from './flyctl/connection.ts';
import { environmentToken, limitedToken, notSignedIn } from './flyctl/session.ts';
import { tomlBroken } from './flyctl/toml.ts';

/** About flyctl, its session and its way to the machine. */
export const flyctlRules: readonly Rule[] = [
  flyctlMissing,
  notSignedIn,
  tomlBroken,
  tunnelTrouble,
  flyctlVersion,
  flyctlSeveral,
  limitedToken,
  environmentToken,
];
