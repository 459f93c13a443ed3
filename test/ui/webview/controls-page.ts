import {
  badge,
  button,
  checkbox,
  select,
  setPressed,
  spinner,
  textField,
} from '../../../webview/ui/controls.ts';
import { element } from '../../../webview/ui/dom.ts';
import { icon } from '../../../webview/ui/icons.ts';

/** Shows every control, and notes what they report as text at the end. */
const notes = element('output');
const note = (text: string): void => notes.append(`${text};`);

const pressed = button({ label: 'Wrap', icon: icon('wordWrap'), look: 'icon', onClick: () => note('wrap') });
setPressed(pressed, true);

const main = element(
  'main',
  {},
  element('h1', {}, 'Controls'),
  button({ label: 'Primary', look: 'primary', icon: icon('play'), onClick: () => note('primary') }),
  button({ label: 'Secondary', onClick: () => note('secondary') }),
  pressed,
  textField({
    label: 'Name',
    placeholder: 'Your name',
    icon: icon('filter'),
    end: button({ label: 'Clear', icon: icon('close'), look: 'icon', onClick: () => note('clear') }),
    onInput: (value) => note(`name=${value}`),
  }),
  checkbox({ label: 'Agree', checked: true, onChange: (checked) => note(`agree=${checked}`) }),
  select({
    label: 'Region',
    options: [
      { value: 'iad', label: 'Ashburn' },
      { value: 'nrt', label: 'Tokyo' },
    ],
    value: 'nrt',
    onChange: (value) => note(`region=${value}`),
  }),
  badge('12 of 40'),
  spinner('Loading'),
  notes,
);
document.body.append(main);
