import arrowDown from '@vscode/codicons/src/icons/arrow-down.svg' with { type: 'text' };
import arrowUp from '@vscode/codicons/src/icons/arrow-up.svg' with { type: 'text' };
import bug from '@vscode/codicons/src/icons/bug.svg' with { type: 'text' };
import caseSensitive from '@vscode/codicons/src/icons/case-sensitive.svg' with { type: 'text' };
import check from '@vscode/codicons/src/icons/check.svg' with { type: 'text' };
import chevronDown from '@vscode/codicons/src/icons/chevron-down.svg' with { type: 'text' };
import chevronRight from '@vscode/codicons/src/icons/chevron-right.svg' with { type: 'text' };
import circleFilled from '@vscode/codicons/src/icons/circle-filled.svg' with { type: 'text' };
import circleSlash from '@vscode/codicons/src/icons/circle-slash.svg' with { type: 'text' };
import clearAll from '@vscode/codicons/src/icons/clear-all.svg' with { type: 'text' };
import close from '@vscode/codicons/src/icons/close.svg' with { type: 'text' };
import copy from '@vscode/codicons/src/icons/copy.svg' with { type: 'text' };
import debugDisconnect from '@vscode/codicons/src/icons/debug-disconnect.svg' with { type: 'text' };
import debugPause from '@vscode/codicons/src/icons/debug-pause.svg' with { type: 'text' };
import ellipsis from '@vscode/codicons/src/icons/ellipsis.svg' with { type: 'text' };
import error from '@vscode/codicons/src/icons/error.svg' with { type: 'text' };
import exportIcon from '@vscode/codicons/src/icons/export.svg' with { type: 'text' };
import eye from '@vscode/codicons/src/icons/eye.svg' with { type: 'text' };
import eyeClosed from '@vscode/codicons/src/icons/eye-closed.svg' with { type: 'text' };
import filter from '@vscode/codicons/src/icons/filter.svg' with { type: 'text' };
import goToFile from '@vscode/codicons/src/icons/go-to-file.svg' with { type: 'text' };
import info from '@vscode/codicons/src/icons/info.svg' with { type: 'text' };
import json from '@vscode/codicons/src/icons/json.svg' with { type: 'text' };
import linkExternal from '@vscode/codicons/src/icons/link-external.svg' with { type: 'text' };
import listFilter from '@vscode/codicons/src/icons/list-filter.svg' with { type: 'text' };
import output from '@vscode/codicons/src/icons/output.svg' with { type: 'text' };
import pass from '@vscode/codicons/src/icons/pass.svg' with { type: 'text' };
import play from '@vscode/codicons/src/icons/play.svg' with { type: 'text' };
import pulse from '@vscode/codicons/src/icons/pulse.svg' with { type: 'text' };
import refresh from '@vscode/codicons/src/icons/refresh.svg' with { type: 'text' };
import regex from '@vscode/codicons/src/icons/regex.svg' with { type: 'text' };
import save from '@vscode/codicons/src/icons/save.svg' with { type: 'text' };
import saveAll from '@vscode/codicons/src/icons/save-all.svg' with { type: 'text' };
import search from '@vscode/codicons/src/icons/search.svg' with { type: 'text' };
import terminal from '@vscode/codicons/src/icons/terminal.svg' with { type: 'text' };
import warning from '@vscode/codicons/src/icons/warning.svg' with { type: 'text' };
import wordWrap from '@vscode/codicons/src/icons/word-wrap.svg' with { type: 'text' };

const sources = {
  arrowDown,
  arrowUp,
  bug,
  caseSensitive,
  check,
  chevronDown,
  chevronRight,
  circleFilled,
  circleSlash,
  clearAll,
  close,
  copy,
  debugDisconnect,
  debugPause,
  ellipsis,
  error,
  export: exportIcon,
  eye,
  eyeClosed,
  filter,
  goToFile,
  info,
  json,
  linkExternal,
  listFilter,
  output,
  pass,
  play,
  pulse,
  refresh,
  regex,
  save,
  saveAll,
  search,
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
