import * as l10n from '@vscode/l10n';

/** The full local date and time, in the user's language. */
export function fullTime(time: number): string {
  return new Date(time).toLocaleString(document.documentElement.lang, {
    dateStyle: 'full',
    timeStyle: 'long',
  });
}

/** How long ago something was, in the largest unit that says enough: `12 s ago`, `3 min ago`. */
export function ago(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  if (seconds < 5) return l10n.t('just now');
  if (seconds < 60) return l10n.t('{0} s ago', seconds);
  if (seconds < 60 * 60) return l10n.t('{0} min ago', Math.floor(seconds / 60));
  if (seconds < 48 * 3_600) return l10n.t('{0} h ago', Math.floor(seconds / 3_600));
  return l10n.t('{0} d ago', Math.floor(seconds / 86_400));
}
