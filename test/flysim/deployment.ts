import type { DeploymentSpec } from './protocol.ts';

type Table = Readonly<Record<string, unknown>>;

/**
 * What a fly.toml asks for, of its group of processes `app`.
 * @param image In place of the one that the file names, unless it is empty.
 */
export function parseDeployment(toml: object, image: string): DeploymentSpec {
  const root: Table = { ...toml };
  const command = text(table(root['processes'])['app']);
  const [mount] = tables(root['mounts'] ?? root['mount']);
  return {
    image: image || text(table(root['build'])['image']),
    env: Object.fromEntries(Object.entries(table(root['env'])).map(([name, value]) => [name, String(value)])),
    ...(command ? { command } : {}),
    services: [
      ...tables(root['http_service']).map(httpService),
      ...tables(root['services']).map(({ http_checks: checks = [], ...service }) => ({ ...service, checks })),
    ],
    ...(mount ? { mountPath: text(mount['destination']) } : {}),
  };
}

function httpService(service: Table): object {
  return {
    protocol: 'tcp',
    internal_port: service['internal_port'] ?? 8080,
    autostop: service['auto_stop_machines'] ?? false,
    autostart: service['auto_start_machines'] ?? true,
    min_machines_running: service['min_machines_running'] ?? 0,
    ports: [
      { port: 80, handlers: ['http'], force_https: service['force_https'] ?? false },
      { port: 443, handlers: ['http', 'tls'] },
    ],
    checks: tables(service['checks']).map((check) => ({ type: 'http', ...check })),
    force_instance_key: null,
  };
}

function table(value: unknown): Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** A table, or those of an array of tables. */
function tables(value: unknown): readonly Table[] {
  if (Array.isArray(value)) return value.map(table);
  return value === undefined ? [] : [table(value)];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
