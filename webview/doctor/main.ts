import * as l10n from '@vscode/l10n';
import { connectHost } from '../ui/host.ts';
import './doctor.css';
import { type DoctorHost, DoctorView } from './view.ts';

l10n.config({ contents: document.body.dataset['texts'] ?? '{}' });
const host: DoctorHost = connectHost();
const view = new DoctorView(host);
view.mount(document.body);
host.onMessage((message) => view.receive(message));
host.post({ type: 'ready' });
