import arrowDown from '@vscode/codicons/src/icons/arrow-down.svg' with { type: 'text' };
import circleFilled from '@vscode/codicons/src/icons/circle-filled.svg' with { type: 'text' };
import clearAll from '@vscode/codicons/src/icons/clear-all.svg' with { type: 'text' };
import close from '@vscode/codicons/src/icons/close.svg' with { type: 'text' };
import copy from '@vscode/codicons/src/icons/copy.svg' with { type: 'text' };
import debugDisconnect from '@vscode/codicons/src/icons/debug-disconnect.svg' with { type: 'text' };
import debugPause from '@vscode/codicons/src/icons/debug-pause.svg' with { type: 'text' };
import error from '@vscode/codicons/src/icons/error.svg' with { type: 'text' };
import exportIcon from '@vscode/codicons/src/icons/export.svg' with { type: 'text' };
import filter from '@vscode/codicons/src/icons/filter.svg' with { type: 'text' };
import info from '@vscode/codicons/src/icons/info.svg' with { type: 'text' };
import linkExternal from '@vscode/codicons/src/icons/link-external.svg' with { type: 'text' };
import output from '@vscode/codicons/src/icons/output.svg' with { type: 'text' };
import pass from '@vscode/codicons/src/icons/pass.svg' with { type: 'text' };
import play from '@vscode/codicons/src/icons/play.svg' with { type: 'text' };
import refresh from '@vscode/codicons/src/icons/refresh.svg' with { type: 'text' };
import terminal from '@vscode/codicons/src/icons/terminal.svg' with { type: 'text' };
import warning from '@vscode/codicons/src/icons/warning.svg' with { type: 'text' };
import wordWrap from '@vscode/codicons/src/icons/word-wrap.svg' with { type: 'text' };

const sources = {
  arrowDown,
  circleFilled,
  clearAll,
  close,
  copy,
  debugDisconnect,
  debugPause,
  error,
  export: exportIcon,
  filter,
  info,
  linkExternal,
  output,
  pass,
  play,
  refresh,
  terminal,
  warning,
  wordWrap,
};

export type IconName = keyof typeof sources;

const parsed = new Map<IconName, Element>();

/** A codicon in the colour of the text around it. It says nothing to screen readers: words do. */
export function icon(name: IconName): Element {
  let original = parsed.get(name);
  if (!original) {
    original = new DOMParser().parseFromString(sources[name], 'image/svg+xml').documentElement;
    original.setAttribute('width', '16');
    original.setAttribute('height', '16');
    original.setAttribute('aria-hidden', 'true');
    parsed.set(name, original);
  }
  return document.importNode(original, true);
}
