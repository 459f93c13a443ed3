import * as l10n from '@vscode/l10n';
import { arrayAt, childrenOf, leavesOf, recordAt, type ConfigPath } from '../path.ts';
import type { Range } from '../../../core/text.ts';
import type { Finding } from '../finding.ts';
import { formatPath } from '../path.ts';
import { isSecretReference } from '../secret-reference.ts';
import { variableReferences } from '../variables.ts';
import { toFinding, type Deployment, type Rule, type RuleContext } from './rule.ts';

interface Use {
  readonly name: string;
  readonly path: ConfigPath;
  readonly range: Range;
}

/** Set on every Fly machine or by its system. */
const alwaysThere = /^(FLY_\w+|HOME|PATH|PWD|USER|HOSTNAME|LANG|TERM|PRIMARY_REGION|NODE_VERSION)$/;

/** Names that nothing sets: neither a secret, nor the environment, nor `env.vars` of the file. */
export const missingVariable: Rule = (context) => {
  const { deployment, config } = context;
  if (!deployment || config.isOpen(['env'])) return [];
  const set = new Set([...Object.keys(recordAt(config.value, 'env', 'vars')), ...deployment.env]);
  for (const { name } of deployment.secrets) set.add(name);
  return usesIn(context)
    .filter(({ name }) => !set.has(name) && !alwaysThere.test(name))
    .map((use) =>
      finding(
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
  return usesIn(context)
    .filter(({ name }) => staged.has(name))
    .map((use) =>
      finding(
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

function finding(code: string, { name, path, range }: Use, message: string): Finding {
  return { severity: 'warning', code, path: formatPath(path), range, message, variable: name };
}

/** Where the configuration names variables: as `${NAME}` in a text, or as the id of a reference to the environment. */
function usesIn(context: RuleContext): readonly Use[] {
  const { document, config } = context;
  const texts = [...leavesOf(config.value)].flatMap(({ path, value }) => {
    const source = config.sourceOf(path);
    const references = typeof value === 'string' ? variableReferences(value) : [];
    return references.map(({ name }, index): Use => {
      const before = references.slice(0, index).filter((other) => other.name === name).length;
      const range = document.rangeOfWords(source, `\${${name}}`, before);
      return { name, path: source, range };
    });
  });
  const ids = environmentIds(config.value, []).map(({ name, path }): Use => {
    const source = config.sourceOf(path);
    return { name, path: source, range: document.rangeOfValue(source) };
  });
  return [...texts, ...ids];
}

function environmentIds(value: unknown, path: ConfigPath): readonly { name: string; path: ConfigPath }[] {
  if (isSecretReference(value))
    return value.source === 'env' ? [{ name: value.id, path: [...path, 'id'] }] : [];
  return childrenOf(value).flatMap(([key, child]) => environmentIds(child, [...path, key]));
}
