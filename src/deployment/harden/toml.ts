import * as l10n from '@vscode/l10n';
import { posix } from 'node:path';
import { readServices } from '../../fly/toml/services.ts';
import { parseFlyToml } from '../../fly/toml/parse.ts';
import { withoutTables } from '../../fly/toml/remove.ts';
import { styleOf } from '../../fly/toml/style.ts';
import { deploy } from '../../fly/verbs/deploy.ts';
import type { CommandStep, FileStep } from './plan.ts';
import type { Standing, TomlSource } from './standing.ts';

/** Of the private variant; OpenClaw's own repository calls it so. */
const privateName = 'fly.private.toml';

interface TomlSteps {
  /** Nothing when the workspace has a private fly.toml, or none that one could be made from. */
  readonly write?: FileStep;
  /** Nothing when there is nothing to deploy, or a deploy would fail. */
  readonly deploy?: CommandStep;
}

/** Whether a deploy of the file gives the app services, for which flyctl allocates public addresses. */
export function hasServices({ text }: TomlSource): boolean {
  return readServices(parseFlyToml(text)).length > 0;
}

/** The workspace's fly.toml that deploys the app with services; nothing when there is none. */
export function publicToml({ tomls }: Standing): TomlSource | undefined {
  return tomls.find(hasServices);
}

/** The workspace's fly.toml that deploys the app without services; nothing when there is none. */
export function privateToml({ tomls }: Standing): TomlSource | undefined {
  return tomls.find((toml) => parseFlyToml(toml.text).problem === undefined && !hasServices(toml));
}

/** How the workspace comes to a fly.toml that keeps the app private, and the machines to it. */
export function tomlSteps(standing: Standing): TomlSteps {
  const present = privateToml(standing);
  const write = present ? undefined : writeStep(standing);
  const target = present ?? (write && { folder: write.folder, file: write.file, text: write.after });
  const step = target && deployStep(standing, target);
  return {
    ...(write && { write }),
    ...(step && { deploy: write ? { ...step, needs: write.id } : step }),
  };
}

/** The text without its services, which says at its head what it is for; nothing when they cannot be taken out alone. */
function privateText(text: string, file: string): string | undefined {
  const rest = withoutTables(text, ['http_service', 'services']);
  if (rest === undefined) return undefined;
  const { eol } = styleOf(text);
  const note = l10n.t('Private: without services, so that a deploy asks for no public address.');
  return `# ${note}${eol}# fly deploy -c ${file}${eol}${rest}`;
}

function writeStep(standing: Standing): FileStep | undefined {
  const source = publicToml(standing);
  if (!source) return undefined;
  const file = posix.join(posix.dirname(source.file), privateName);
  const after = privateText(source.text, file);
  if (after === undefined) return undefined;
  const before = standing.tomls.find((toml) => toml.folder === source.folder && toml.file === file)?.text;
  return {
    kind: 'file',
    id: 'toml',
    title: l10n.t('Write {0}', file),
    effect: l10n.t(
      'It is {0} without its services. Deploy with it from now on: {0} makes the app public again.',
      source.file,
    ),
    picked: true,
    folder: source.folder,
    file,
    ...(before !== undefined && { before }),
    source,
    after,
  };
}

/** Not ticked from the start: it interrupts the gateway, and the app is private without it. */
function deployStep(standing: Standing, { folder, file, text }: TomlSource): CommandStep | undefined {
  const { app, image, machines } = standing;
  const isNeeded = machines.some(({ services }) => services.length > 0);
  if (!isNeeded || image === undefined || losesVolume(standing, text)) return undefined;
  return {
    kind: 'command',
    id: 'deploy',
    title: l10n.t('Deploy {0}', file),
    effect: l10n.t(
      'Takes the services from the machines of {0}, which restart. Whatever else the file says comes with it.',
      app,
    ),
    picked: false,
    verb: deploy(app, { folder, file, image }),
  };
}

/** Whether flyctl would ask before it deploys, which it cannot do without a terminal: `-y` does not cover it. */
export function losesVolume({ machines }: Standing, text: string): boolean {
  const toml = parseFlyToml(text);
  const hasMounts = toml.valueAt(['mounts']) !== undefined || toml.valueAt(['mount']) !== undefined;
  return !hasMounts && machines.some(({ mounts }) => mounts.length > 0);
}
