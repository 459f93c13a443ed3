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

/** Opens, judges and completes a configuration of 2,000 lines by the bundled schema. */
export async function measureEditor(browser: Browser): Promise<EditorFigures> {
  const schema = JSON.parse(readFileSync(join(root, 'schemas', 'openclaw.schema.json'), 'utf8'));
  const text = longText().replace(
    '{',
    '{\n  "logging": { "level": "loud" }, "hooks": { "token": "literal-0123456789" },',
  );
  const windows = await measureInWindows<EditorTimes>(browser, {
    part: 'editor',
    windows: 3,
    files: { 'openclaw.json': text },
  });
  return {
    complete_p95_ms: rounded(percentile95(windows.flatMap(({ completionMs }) => completionMs))),
    first_diagnostics_ms: rounded(median(windows.map(({ firstDiagnosticsMs }) => firstDiagnosticsMs))),
    validate_2000_lines_ms: rounded(await validationTime(new Editor(schema), await checkJudge())),
  };
}
