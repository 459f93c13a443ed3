import * as l10n from '@vscode/l10n';
import type { Finding } from '../finding.ts';
import { arrayAt, formatPath } from '../path.ts';
import { missingUses, type VariableUse, variableUses } from '../variable-uses.ts';
import { toFinding, type Deployment, type Rule, type RuleContext } from './rule.ts';

/** Names that nothing sets: neither a secret, nor the environment, nor `env.vars` of the file. */
export const missingVariable: Rule = (context) => {
  const { deployment, config } = context;
  if (!deployment) return [];
  const given = [...deployment.env, ...deployment.secrets.map(({ name }) => name)];
  return missingUses(config, given).map((use) =>
    finding(
      context,
      'missing-variable',
      use,
      l10n.t('Neither the app’s Fly secrets nor its environment have “{0}”.', use.name),
    ),
  );
};

export const stagedSecret: Rule = (context) => {
  const { deployment } = context;
  if (!deployment) return [];
  const staged = stagedNames(deployment);
  return variableUses(context.config.value)
    .filter(({ name }) => staged.has(name))
    .map((use) =>
      finding(
        context,
        'staged-secret',
        use,
        l10n.t('The secret “{0}” is staged: machines get it with the next deploy.', use.name),
      ),
    );
};

export const missingAppOrigin: Rule = (context) => {
  const { deployment, config } = context;
  const path = ['gateway', 'controlUi', 'allowedOrigins'];
  const origins = arrayAt(config.value, ...path);
  if (!deployment || origins.length === 0 || origins.includes('*') || config.isOpen(path)) return [];
  const wanted = deployment.hostnames.map((host) => `https://${host}`);
  const missing = wanted.filter((origin) => !origins.includes(origin));
  if (missing.length === 0 || missing.length < wanted.length) return [];
  const message = l10n.t(
    'The app’s own address is missing here, so that its Control UI cannot sign in: add “{0}”.',
    missing[0] ?? '',
  );
  return [toFinding(context, 'warning', 'missing-app-origin', { path, message })];
};

function stagedNames({ secrets, env }: Deployment): ReadonlySet<string> {
  const staged = secrets.filter(({ name, status }) => status === 'staged' && !env.includes(name));
  return new Set(staged.map(({ name }) => name));
}

function finding(
  { document, config }: RuleContext,
  code: string,
  { name, path, occurrence }: VariableUse,
  message: string,
): Finding {
  const source = config.sourceOf(path);
  const range =
    occurrence === undefined
      ? document.rangeOfValue(source)
      : document.rangeOfWords(source, `\${${name}}`, occurrence);
  return { severity: 'warning', code, path: formatPath(source), range, message, variable: name };
}
