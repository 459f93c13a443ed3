import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';

/** The app that a fly.toml names at its top level; `undefined` when it names none or is not valid TOML. */
export function appNameOf(text: string): string | undefined {
  try {
    const { app } = getStaticTOMLValue(parseTOML(text));
    return typeof app === 'string' && app !== '' ? app : undefined;
  } catch {
    return undefined;
  }
}
