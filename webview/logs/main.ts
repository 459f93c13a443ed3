import * as l10n from '@vscode/l10n';
import { connectHost } from '../ui/host.ts';
import './logs.css';
import { type LogHost, LogView } from './view.ts';

l10n.config({ contents: document.body.dataset['texts'] ?? '{}' });
const host: LogHost = connectHost();
const view = new LogView(host);
host.onMessage((message) => view.receive(message));
view.mount(document.body);
