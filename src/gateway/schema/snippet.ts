/** A value of VS Code's keyword `defaultSnippets`. */
export interface Snippet {
  readonly label: string;
  readonly description: string;
  /** JSON whose texts may hold placeholders such as `${1:name}`. */
  readonly body: unknown;
}

/**
 * A text `${NAME}`, in which OpenClaw puts a variable of the environment. In bodies, `^` keeps VS Code from quoting and
 * escaping what follows.
 *
 * @param stop Number of the placeholder for the name.
 */
export function variable(name: string, stop: number): string {
  return `^"\\\${\${${stop}:${name}}}"`;
}
