/** The words of a command with another value for an option. */
export function withOption(command: readonly string[], option: string, value: string): string[] {
  const at = command.indexOf(option) + 1;
  return [...command.slice(0, at), value, ...command.slice(at + 1)];
}
