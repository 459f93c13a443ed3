import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '../../scripts/lib/project.mjs';
import { Editor } from '../unit/schema/validators.ts';
import { median, percentile95, rounded, type Figures } from './figures.ts';
import type { EditorTimes } from './host/editor.ts';
import { longText } from './schema/long-text.ts';
import { checkJudge } from './schema/judges.ts';
import { validationTime } from './schema/timing.ts';
import { measureInWindows } from './windows.ts';

type EditorFigures = Pick<Figures, 'complete_p95_ms' | 'first_diagnostics_ms' | 'validate_2000_lines_ms'>;

/** Has one error that the schema sees, and one that only a rule does. */
const ordinary = `{
  "gateway": { "mode": "local", "controlUi": { "allowedOrigins": ["https://example.org"] } },
  "logging": { "level": "loud" },
  "hooks": { "enabled": true, "token": "literal-0123456789" },
  "agents": {
    "defaults": { "model": { "primary": "anthropic/claude-opus-5" } },
    "entries": { "main": {} }
  },
  "channels": { "telegram": { "enabled": true, "botToken": "\${TELEGRAM_BOT_TOKEN}" } }
}
`;

/** Opens an ordinary configuration, and completes and judges one of 2,000 lines, by the bundled schema. */
export async function measureEditor(browser: Browser): Promise<EditorFigures> {
  const schema = JSON.parse(readFileSync(join(root, 'schemas', 'openclaw.schema.json'), 'utf8'));
  const windows = await measureInWindows<EditorTimes>(browser, {
    part: 'editor',
    windows: 3,
    files: { 'openclaw.json': ordinary, 'long/openclaw.json': longText() },
  });
  return {
    complete_p95_ms: rounded(percentile95(windows.flatMap(({ completionMs }) => completionMs))),
    first_diagnostics_ms: rounded(median(windows.map(({ firstDiagnosticsMs }) => firstDiagnosticsMs))),
    validate_2000_lines_ms: rounded(await validationTime(new Editor(schema), await checkJudge())),
  };
}
