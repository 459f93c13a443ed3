import type { Machine } from '../../../../fly/model.ts';
import { joinWords } from '../../../../fly/shlex.ts';

const entry = /(?:^|\/)(?:openclaw|clawdbot|moltbot)(?:\.mjs)?$|(?:^|\/)dist\/(?:index|entry)\.m?js$/;
const shells = /(?:^|\/)(?:ba|da|a)?sh$/;

/** Whether the words start OpenClaw itself, and not a script that may do so. */
export function isOpenClawCommand(words: readonly string[]): boolean {
  return words.some((word) => entry.test(word));
}

/** Whether the words start the gateway; those of a script in an argument count. */
export function isGatewayCommand(words: readonly string[]): boolean {
  return words.some((word) => /\bgateway\b/.test(word) && (word === 'gateway' || /\s/.test(word)));
}

/** Whether a word can be added to the command: not where a shell takes the words apart. */
export function isPlain([program = '']: readonly string[]): boolean {
  return program !== '' && !shells.test(program);
}

/** Whether the command has the option, with a value or without. */
export function hasOption(words: readonly string[], option: string): boolean {
  return new RegExp(`(?:^|\\s)${option}(?=[=\\s]|$)`).test(words.join(' '));
}

/** The value of an option: `--port 3000` or `--port=3000`; the last one counts. */
export function optionOf(words: readonly string[], option: string): string | undefined {
  const found = words.join(' ').matchAll(new RegExp(`(?:^|\\s)${option}(?:=|\\s+)(\\S+)`, 'g'));
  return [...found].at(-1)?.[1]?.replace(/^["']|["']$/g, '');
}

/** The command line with the option set to the value; nothing else of it changes. */
export function lineWithOption(line: string, option: string, value?: string): string {
  const wanted = value === undefined ? option : `${option} ${value}`;
  const present = new RegExp(`(^|\\s)${option}(?:(?:=|\\s+)[^\\s-]\\S*)?(?=\\s|$)`);
  return present.test(line)
    ? line.replace(present, (_, before: string) => before + wanted)
    : `${line} ${wanted}`;
}

/** The words with the option set to the value. */
export function wordsWithOption(words: readonly string[], option: string, value?: string): readonly string[] {
  const at = words.findLastIndex((word) => word === option || word.startsWith(`${option}=`));
  const wanted = value === undefined ? [option] : [option, value];
  if (at < 0) return [...words, ...wanted];
  const isApart = words[at] === option && value !== undefined;
  return words.toSpliced(at, isApart ? 2 : 1, ...wanted);
}

/**
 * The words that `flyctl machine update --command` can replace; nothing where others decide, or where they hold a secret,
 * which would be seen among the processes of this computer.
 */
export function replaceableCommand({ init, command, otherCommands }: Machine): readonly string[] | undefined {
  const isOwn = otherCommands === 0 && init.exec.length === 0 && init.cmd.join('\0') === command.join('\0');
  return isOwn && isPlain(command) && !holdsSecret(command) ? command : undefined;
}

/** Whether the words have a secret, as far as the names of options tell. */
export function holdsSecret(words: readonly string[]): boolean {
  return shownCommand(words) !== joinWords(words);
}

const secretOption = /^--?[\w-]*(?:token|secret|password|passphrase|key)$/i;
const secretValue = /^(--?[\w-]*(?:token|secret|password|passphrase|key)=).+$/is;

/** A command as a line to be shown, without the values of options that take secrets. */
export function shownCommand(words: readonly string[]): string {
  return maskLine(joinWords(shownWords(words)));
}

/** The words of a command without the values of options that take secrets. */
export function shownWords(words: readonly string[]): readonly string[] {
  return words.map((word, index) =>
    secretOption.test(words[index - 1] ?? '') ? '***' : word.replace(secretValue, '$1***'),
  );
}

/** A line of a file without what follows a name of secrets. */
export function maskLine(line: string): string {
  return line.replace(
    /([\w-]*(?:token|secret|password|passphrase|key)["']?(?:\s*=\s*|\s+))(?![\s-])("[^"]*"|'[^']*'|[^\s"']+)/gi,
    '$1***',
  );
}
