import type { CallName, Parameters } from '../protocol.ts';
import type { CallError } from '../call.ts';

const queries: Readonly<Partial<Record<CallName, string>>> = {
  'graphql.viewer': 'query { viewer { ... on User { id email enablePaidHobby } ... on Macaroon { email } } }',
  'graphql.organizations':
    'query($admin: Boolean!) { organizations(admin: $admin) { nodes { id slug name type paidPlan } } }',
  'graphql.apps':
    'query($org: ID, $after: String) { apps(type: "container", first: 200, after: $after, organizationId: $org) { pageInfo { hasNextPage endCursor } nodes { id name deployed hostname platformVersion organization { slug name } currentRelease { createdAt status } status } } }',
  'graphql.app':
    'query($appName: String!) { appcompact:app(name: $appName) { id name hostname deployed network status appUrl platformVersion organization { id internalNumericId slug paidPlan } } }',
  'graphql.addresses':
    'query($appName: String!) { app(name: $appName) { ipAddresses { nodes { id address type region createdAt } } sharedIpAddress } }',
};

/** The words in which flyctl reports an answer of the service that is an error, before any prefix of the command. */
export function serviceError(name: CallName, error: CallError): string {
  const service = name.split('.')[0];
  if (service === 'graphql') {
    const refused = error.status === 401 || error.status === 403 || error.status === 429;
    const reason = refused ? `server returned a non-200 status code: ${String(error.status)}` : error.message;
    return `failed to run ${queryOf(name)}: ${reason}`;
  }
  if (service === 'logs') return `${String(error.status)} ${statusText(error.status)}`;
  // The proxy before the Machines API refuses without JSON.
  if (error.status === 403 || error.status === 429) {
    return `request returned non-2xx status: ${String(error.status)}: ${error.message}`;
  }
  return error.message;
}

/** The words of Go's HTTP client when there is no network. */
export function offlineError<N extends CallName>(name: N, parameters: Parameters<N>): string {
  const service = name.split('.')[0];
  const app = 'app' in parameters ? String(parameters.app) : '';
  const failed = (verb: string, host: string, path: string): string =>
    `${verb} "https://${host}${path}": dial tcp: lookup ${host}: no such host`;
  if (service === 'graphql')
    return `failed to run ${queryOf(name)}: ${failed('Post', 'api.fly.io', '/graphql')}`;
  if (service === 'logs') return failed('Get', 'api.fly.io', `/api/v1/apps/${app}/logs`);
  return failed('Get', 'api.machines.dev', `/v1/apps/${app}/machines`);
}

function queryOf(name: CallName): string {
  return queries[name] ?? 'query { ... }';
}

function statusText(status: number): string {
  const texts: Readonly<Record<number, string>> = {
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'Not Found',
    429: 'Too Many Requests',
  };
  return texts[status] ?? 'Internal Server Error';
}
