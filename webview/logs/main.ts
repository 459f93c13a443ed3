import * as l10n from '@vscode/l10n';
import { host } from './host.ts';
import './logs.css';
import { LogView } from './view.ts';

l10n.config({ contents: document.body.dataset['texts'] ?? '{}' });
const view = new LogView(host);
view.mount(document.body);
host.onMessage((message) => view.receive(message));
host.post({ type: 'ready' });
