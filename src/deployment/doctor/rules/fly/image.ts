import * as l10n from '@vscode/l10n';
import type { Rule } from '../../rule.ts';
import { dataOf } from '../../snapshot.ts';
import { guide } from './shown.ts';

/** An image that was built for another kind of processor: Fly has x86 only. */
export const armImage: Rule = {
  code: 'arm-image',
  layer: 'fly',
  examine(snapshot) {
    const lines = dataOf(snapshot.log) ?? [];
    const line = lines.findLast(({ message }) => /exec format error/i.test(message));
    if (!line) return [];
    return [
      {
        severity: 'error',
        title: l10n.t('The image is for another processor'),
        explanation: l10n.t(
          'Fly’s machines are x86. Build on Fly with “fly deploy --remote-only”, or for the platform linux/amd64.',
        ),
        evidence: [
          {
            text: `${line.timestamp} ${line.message.trim().slice(0, 300)}`,
            source: l10n.t('log of the machine'),
          },
        ],
        fixes: [],
        link: guide,
      },
    ];
  },
};
