import * as l10n from '@vscode/l10n';
import { domainToASCII } from 'node:url';
import { isIP } from 'node:net';
import { recordAt, stringAt, type Place } from '../path.ts';
import { secretPaths } from '../secret-paths.ts';
import { isSecretReference } from '../secret-reference.ts';
import { texts, type Objection, type Refusal } from './refusal.ts';

/** Channels and plugins judge references themselves, and only when they are installed. */
const corePaths = secretPaths.filter((path) => !/^(channels|plugins)\./.test(path));
const bundledPaths = secretPaths.filter((path) => path.startsWith('channels.telegram.'));

export const secretRefusals: readonly Refusal[] = [
  { code: 'invalid-value', at: corePaths, check: referenceId },
  { code: 'conflict', at: [...corePaths, ...bundledPaths], needs: [['secrets']], check: providerSource },
  texts(
    ['secrets.providers.*.command'],
    (command) =>
      /^(\/|[A-Za-z]:[\\/]|\\\\[^\\]+\\[^\\]+)/.test(command) && !/[;&|`$<>\r\n\0"']/.test(command.trim()),
    () => l10n.t('Expected the absolute path of a program, without anything that a shell would read.'),
  ),
  texts(
    ['secrets.providers.*.trustedDirs.*'],
    (folder) => /^(\/|[A-Za-z]:[\\/]|\\\\[^\\]+\\[^\\]+)/.test(folder),
    () => l10n.t('Expected an absolute path.'),
  ),
  texts(['secrets.egressProxy.allowedHosts.*', 'secrets.egressProxy.bypassHosts.*'], isExactHost, () =>
    l10n.t('Expected one host name, without scheme, port, path or wildcard.'),
  ),
];

function referenceId({ path, value }: Place): readonly Objection[] {
  const [source, id] = [stringAt(value, 'source'), stringAt(value, 'id')];
  if (id === undefined) return [];
  const known = source === 'file' ? isFileId(id) : source === 'exec' ? isProgramId(id) : true;
  const message =
    source === 'file'
      ? l10n.t('Expected a pointer into the file, like /providers/openai/apiKey, or “value” for the whole.')
      : l10n.t('Expected letters, digits and . _ : / # -, like vault/openai/api-key.');
  return known ? [] : [{ path: [...path, 'id'], message }];
}

function isFileId(id: string): boolean {
  return id === 'value' || (id.startsWith('/') && !/~(?![01])/.test(id));
}

function isProgramId(id: string): boolean {
  return (
    /^[A-Za-z0-9][A-Za-z0-9._:/#-]{0,255}$/.test(id) &&
    !id.split('/').some((part) => part === '.' || part === '..')
  );
}

/** A reference must ask for the kind of source that its provider is. The default providers need not be declared. */
function providerSource({ path, value }: Place, config: unknown): readonly Objection[] {
  if (!isSecretReference(value)) return [];
  const { source, provider } = value;
  const declared = stringAt(recordAt(config, 'secrets', 'providers'), provider, 'source');
  const standard = stringAt(config, 'secrets', 'defaults', source)?.trim() || 'default';
  const builtIn = (source === 'env' || source === 'store') && provider === standard;
  if (declared === undefined || declared === source || builtIn) return [];
  const message = l10n.t('The provider “{0}” is of the kind “{1}”, not “{2}”.', provider, declared, source);
  return [{ path: [...path, 'source'], message }];
}

function isExactHost(host: string): boolean {
  const name = host.trim().toLowerCase().replace(/\.+$/, '');
  const bare = name.startsWith('[') && name.endsWith(']') ? name.slice(1, -1) : name;
  if (isIP(bare) > 0) return true;
  if (bare === '' || /[*:\s/?#@]/.test(name)) return false;
  const labels = domainToASCII(bare).split('.');
  return (
    labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) &&
    labels.join('.').length <= 253
  );
}
