/**
 * The controls of our webviews, made with @vscode/webview-ui-toolkit. This is the only file that knows it: it is
 * deprecated, and another library can take its place here.
 *
 * The toolkit reads the theme in the window's `load` event, so this module must be part of the page's first script;
 * and the page must carry its nonce in `<meta property="csp-nonce">` for the styles of FAST, the toolkit's base.
 */
import {
  Button,
  Checkbox,
  Dropdown,
  Option,
  ProgressRing,
  provideVSCodeDesignSystem,
  TextField,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeProgressRing,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';
import './controls.css';
import { element } from './dom.ts';

provideVSCodeDesignSystem().register(
  vsCodeButton(),
  vsCodeCheckbox(),
  vsCodeDropdown(),
  vsCodeOption(),
  vsCodeProgressRing(),
  vsCodeTextField(),
);

export interface ButtonOptions {
  readonly label: string;
  readonly icon?: Element;
  /** `icon` shows the icon alone, or with a `text`, and the label as its tooltip. */
  readonly look?: 'primary' | 'secondary' | 'icon';
  /** A count, or a short word for the label. */
  readonly text?: string;
  readonly onClick: () => void;
}

export function button({ label, icon, look = 'secondary', text, onClick }: ButtonOptions): HTMLElement {
  const made = new Button();
  made.classList.add('control-button');
  made.appearance = look;
  made.addEventListener('click', onClick);
  relabel(made, label, icon, text);
  return made;
}

/** Gives a button another label and icon. @param text What stands beside the icon of one that looks like an icon. */
export function relabel(made: HTMLElement, label: string, icon?: Element, text = ''): void {
  if (made instanceof Button && made.appearance === 'icon') {
    made.title = label;
    made.setAttribute('aria-label', label);
    made.replaceChildren(...(icon ? [icon] : []), text);
  } else {
    icon?.setAttribute('slot', 'start');
    made.replaceChildren(...(icon ? [icon] : []), label);
  }
}

/** Shows a button as one that is switched on or off. */
export function setPressed(made: HTMLElement, pressed: boolean): void {
  // Not the attribute: the toolkit's button swallows its change.
  made.ariaPressed = String(pressed);
}

/**
 * Shows a button as one that does nothing now. It keeps the focus, which a disabled one would lose, so its listener has to
 * see to it.
 */
export function setIdle(made: HTMLElement, idle: boolean): void {
  made.ariaDisabled = String(idle);
}

/** A button that looks like a link: it leads to another place. */
export function linkButton(label: string, onClick: () => void): HTMLElement {
  const made = element('button', { class: 'control-link', type: 'button' }, label);
  made.addEventListener('click', onClick);
  return made;
}

/** A link to a page of the web, which VS Code opens in the browser. */
export function webLink(label: string, url: string): HTMLElement {
  return element('a', { class: 'control-link', href: url, title: url }, label);
}

export interface TextFieldOptions {
  /** Said by screen readers only. */
  readonly label: string;
  readonly placeholder: string;
  readonly icon?: Element;
  /** Stands at the end of the field, e.g. a button. It must have no text of its own. */
  readonly end?: HTMLElement;
  readonly onInput: (value: string) => void;
}

/** A line of text to fill in. */
export function textField(options: TextFieldOptions): HTMLElement & { value: string } {
  const made = new TextField();
  made.placeholder = options.placeholder;
  made.classList.add('control-field');
  options.icon?.setAttribute('slot', 'start');
  options.end?.setAttribute('slot', 'end');
  // The toolkit makes `aria-label` of the text content whenever the element is connected, and overwrites our own.
  made.append(options.label, ...(options.icon ? [options.icon] : []), ...(options.end ? [options.end] : []));
  made.addEventListener('input', () => options.onInput(made.value));
  return made;
}

/** Marks what a text field holds as wrong, or not. */
export function setInvalid(made: HTMLElement, invalid: boolean): void {
  made.ariaInvalid = String(invalid);
  made.classList.toggle('invalid', invalid);
}

/** Puts the cursor into a text field and selects its text. */
export function focusText(made: HTMLElement): void {
  made.focus();
  if (made instanceof TextField) made.control.select();
}

export interface CheckboxOptions {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function checkbox({ label, checked, onChange }: CheckboxOptions): HTMLElement & { checked: boolean } {
  const made = new Checkbox();
  made.checked = checked;
  made.append(label);
  made.addEventListener('change', () => onChange(made.checked));
  return made;
}

export interface SelectOptions<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

export function select<T extends string>({
  label,
  options,
  value,
  onChange,
}: SelectOptions<T>): HTMLElement & { value: string } {
  const made = new Dropdown();
  made.classList.add('control-select');
  made.setAttribute('aria-label', label);
  made.append(
    ...options.map((option) => {
      const entry = new Option(option.label, option.value);
      // The list looks at the attribute when it is made, and takes the first option otherwise.
      entry.toggleAttribute('selected', option.value === value);
      return entry;
    }),
  );
  made.addEventListener('change', () => {
    const chosen = options.find((option) => option.value === made.value);
    if (chosen) onChange(chosen.value);
  });
  return made;
}

/**
 * A small count or word. Change it through `textContent`. The toolkit's own badge breaks the page's security policy:
 * its template has a style attribute.
 */
export function badge(text: string): HTMLElement {
  return element('span', { class: 'control-badge' }, text);
}

/** Turns for as long as something goes on. */
export function spinner(label: string): HTMLElement {
  const ring = new ProgressRing();
  // By itself it interrupts a screen reader, in English, as an alert.
  ring.ariaHidden = 'true';
  return element('span', { class: 'control-spinner', role: 'img', 'aria-label': label }, ring);
}
