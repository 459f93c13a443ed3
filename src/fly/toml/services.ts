import type { DeployCheck, DeployService } from './deploy-config.ts';
import type { FlyToml, TomlPath } from './fly-toml.ts';
import { setting, tablesAt, toNumber, toStop, toText } from './settings.ts';
import { isList } from './values.ts';

/** The services of a fly.toml: `[http_service]` first. */
export function readServices(toml: FlyToml): readonly DeployService[] {
  return [
    ...tablesAt(toml, ['http_service']).map((at) => readService(toml, at, 'checks')),
    ...tablesAt(toml, ['services']).map((at) => readService(toml, at, 'http_checks')),
  ];
}

function readService(toml: FlyToml, at: TomlPath, checks: string): DeployService {
  const processes = toml.valueAt([...at, 'processes']);
  const found = tablesAt(toml, [...at, checks]);
  return {
    at,
    processes: isList(processes) ? processes.map(String) : [],
    internalPort: setting(toml, [...at, 'internal_port'], toNumber),
    autoStop: setting(toml, [...at, 'auto_stop_machines'], toStop),
    minMachinesRunning: setting(toml, [...at, 'min_machines_running'], toNumber),
    checks: found.map((check): DeployCheck => ({
      at: check,
      path: setting(toml, [...check, 'path'], toText),
    })),
    nextCheck: [...at, checks, found.length],
  };
}
