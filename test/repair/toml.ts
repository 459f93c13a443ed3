import type { MachineSpec } from '../flysim/harness.ts';
import type { Deployment } from './deployment.ts';

/** The `fly.toml` that deploys it, in the words of OpenClaw's guide. Without a port there is no service. */
export function flyToml({ app, spec, mountPath }: Deployment): string {
  return `# The deployment of ${app}.
app = "${app}"
primary_region = "iad"

[build]
  dockerfile = "Dockerfile"

[env]
${environment(spec)}

[processes]
  app = ${JSON.stringify(spec.command.map(quoted).join(' '))}
${spec.internalPort === undefined ? '' : service(spec.internalPort)}
[[vm]]
  size = "shared-cpu-2x"
  memory = "2048mb" # 512 MB are not enough

[mounts]
  source = "openclaw_data"
  destination = "${mountPath}"
`;
}

function environment({ env = {} }: MachineSpec): string {
  return Object.entries(env)
    .map(([name, value]) => `  ${name} = ${JSON.stringify(value)}`)
    .join('\n');
}

function service(port: number): string {
  return `
[http_service]
  internal_port = ${String(port)} # that of the gateway
  force_https = true
  auto_stop_machines = false
  auto_start_machines = true
  min_machines_running = 1
  processes = ["app"]

[[http_service.checks]]
  grace_period = "2m"
  interval = "15s"
  method = "GET"
  timeout = "5s"
  path = "/startupz"
`;
}

function quoted(word: string): string {
  return /^[\w./=-]+$/.test(word) ? word : `'${word}'`;
}
