import * as l10n from '@vscode/l10n';
import { maskLine } from '../fly/command.ts';
import type { Rule } from '../../rule.ts';

/** A fly.toml that flyctl cannot read: in its folder every command about an app fails. */
export const tomlBroken: Rule = {
  code: 'toml-broken',
  layer: 'flyctl',
  examine({ tomlFile }) {
    const problem = tomlFile?.toml.problem;
    if (!tomlFile || !problem) return [];
    const { range, message } = problem;
    const line = tomlFile.toml.text.split(/\r?\n/)[range.start.line] ?? '';
    return [
      {
        severity: 'error',
        title: l10n.t('{0} is not valid TOML', tomlFile.label),
        explanation: l10n.t(
          'No deploy works with it, and in its folder flyctl fails whatever it is asked. Correct the line.',
        ),
        evidence: [
          { text: `${range.start.line + 1}: ${maskLine(line.trim())}`, source: tomlFile.label },
          { text: message, source: 'TOML' },
        ],
        place: { file: 'fly.toml', range },
        fixes: [],
        link: 'https://fly.io/docs/reference/configuration/',
      },
    ];
  },
};
