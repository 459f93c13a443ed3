import type { Address, App, Machine, Organization, Release, SecretListing } from '../model.ts';
import { omitEmpty } from './render.ts';

/** Go's zero time. */
export const ZERO_TIME = '0001-01-01T00:00:00Z';

/**
 * An app as Go encodes it: every key, PascalCase, zero values for what the query did not ask for.
 * @param query `list` fills what `apps list` asks for, `full` what `apps create` answers
 */
export function appObject(app: App, query: 'list' | 'full' = 'list'): object {
  const image = { Registry: '', Repository: '', Tag: '', Version: '', Digest: '' };
  const full = query === 'full';
  return {
    ID: app.id,
    InternalNumericID: full ? app.internalNumericId : 0,
    Name: app.name,
    State: '',
    Status: app.status,
    Deployed: app.deployed,
    Hostname: app.hostname,
    AppURL: full ? `https://${app.hostname}` : '',
    Version: full ? app.version : 0,
    NetworkID: 0,
    Network: '',
    Release: null,
    Organization: organizationObject(app.organization, full),
    Secrets: null,
    CurrentRelease: app.deployed ? currentRelease(app) : null,
    Releases: { Nodes: null },
    IPAddresses: { Nodes: null },
    EgressIpAddresses: { Nodes: null },
    SharedIPAddress: '',
    CNAMETarget: '',
    IPAddress: null,
    Certificates: { Nodes: null },
    Certificate: {},
    PostgresAppRole: null,
    Image: null,
    ImageUpgradeAvailable: false,
    ImageVersionTrackingEnabled: false,
    ImageDetails: image,
    LatestImageDetails: image,
    PlatformVersion: 'machines',
    Machines: { Nodes: null },
    CurrentLock: null,
  };
}

function organizationObject(organization: Organization, full: boolean): object {
  return {
    ID: full ? organization.id : '',
    InternalNumericID: '',
    Name: organization.name,
    RemoteBuilderImage: '',
    RemoteBuilderApp: null,
    Slug: organization.slug,
    RawSlug: '',
    Type: '',
    PaidPlan: false,
    Billable: false,
    Settings: null,
  };
}

function currentRelease(app: App): object {
  return {
    ...releaseObject({ id: '', version: 0, description: '', createdAt: app.releasedAt, imageRef: '' }),
    Status: 'complete',
  };
}

export function releaseObject(release: Release): object {
  return {
    ID: release.id,
    Version: release.version,
    Stable: release.version > 0,
    InProgress: false,
    Reason: '',
    Description: release.description,
    Status: release.version > 0 ? 'complete' : '',
    DeploymentStrategy: '',
    Metadata: null,
    User: { ID: '', Name: '', Email: release.version > 0 ? 'ada@example.com' : '', EnablePaidHobby: false },
    EvaluationID: '',
    CreatedAt: release.createdAt,
    ImageRef: release.imageRef,
  };
}

/** A machine as flyctl prints it: keys with empty values are left out, except those that Go always writes. */
export function machineObject({ config, ...machine }: Machine): object {
  const configuration = machine.host_status === 'unreachable' ? { incomplete_config: config } : { config };
  return omitEmpty({ ...machine, ...configuration }, ['image_ref', 'cordoned']);
}

/** What `status --json` says; the keys of a Go map come sorted. */
export function statusObject(app: App, machines: readonly Machine[]): object {
  const { organization } = app;
  return {
    AppURL: `https://${app.hostname}`,
    Deployed: app.deployed,
    Hostname: app.hostname,
    ID: app.id,
    Machines: machines.map(machineObject),
    Name: app.name,
    Organization: {
      ID: organization.id,
      InternalNumericID: '1',
      Name: '',
      Slug: organization.slug,
      RawSlug: '',
      PaidPlan: false,
    },
    PlatformVersion: 'machines',
    Status: app.status,
    Version: app.version,
  };
}

export function addressObject(address: Address): object {
  const shared = address.type === 'shared_v4';
  return {
    ID: shared ? '' : address.id,
    Address: address.address,
    Type: address.type,
    Region: shared ? '' : address.region,
    CreatedAt: shared ? ZERO_TIME : address.createdAt,
    ServiceName: '',
    Network: null,
  };
}

export function secretObject({ name, digest, status }: SecretListing): object {
  return { name, digest, status };
}
