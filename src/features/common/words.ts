const units = ['B', 'KB', 'MB', 'GB', 'TB'];

/** A size in words, e.g. `1.5 KB`. */
export function sizeInWords(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const value = bytes / 1024 ** power;
  return `${value.toLocaleString(undefined, { maximumFractionDigits: power === 0 ? 0 : 1 })} ${units[power]}`;
}

/** A moment in the user's own time; what is no time is shown as it is. */
export function momentLabel(time: string | number): string {
  const date = new Date(time);
  if (time === '' || Number.isNaN(date.getTime())) return String(time);
  return date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

/** US dollars, e.g. `$13.39`. */
export function dollars(amount: number): string {
  return amount.toLocaleString(undefined, { style: 'currency', currency: 'USD' });
}
