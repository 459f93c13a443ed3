import { ago, fullTime } from '../ui/time.ts';

/** Says the full time, and how long ago that is, when the pointer is on a time of the rows. */
export function addRelativeTimes(rows: HTMLElement): void {
  rows.addEventListener('pointerover', ({ target }) => {
    if (!(target instanceof HTMLTimeElement)) return;
    const time = Date.parse(target.dateTime);
    target.title = `${fullTime(time)}\n${ago(Date.now() - time)}`;
  });
}
