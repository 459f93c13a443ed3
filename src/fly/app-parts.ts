import type { Verb } from './flyctl.ts';
import type { Address, Certificate, Machine, Release, Secret, Volume } from './model.ts';
import type { Resource } from './resource.ts';
import { listCertificates } from './verbs/certificates.ts';
import { listAddresses } from './verbs/ips.ts';
import { listMachines } from './verbs/machines.ts';
import { listReleases } from './verbs/releases.ts';
import { listSecrets } from './verbs/secrets.ts';
import { listVolumes } from './verbs/volumes.ts';

/** What is held about one app. Each part is read on its own, when it is first wanted. */
export interface AppParts {
  readonly machines: readonly Machine[];
  readonly addresses: readonly Address[];
  readonly certificates: readonly Certificate[];
  readonly volumes: readonly Volume[];
  readonly secrets: readonly Secret[];
  readonly releases: readonly Release[];
}

export type AppPart = keyof AppParts;

export type Held = { [P in AppPart]: Resource<AppParts[P]> };

/** How each part is read. */
export const readers: { readonly [P in AppPart]: (app: string) => Verb<AppParts[P]> } = {
  machines: listMachines,
  addresses: listAddresses,
  certificates: listCertificates,
  volumes: listVolumes,
  secrets: listSecrets,
  releases: listReleases,
};

/** What may be another at any time. A domain is hardly ever added; releases are read when there is a new one. */
export const liveParts: readonly AppPart[] = ['machines', 'addresses', 'volumes', 'secrets'];

export const nothingHeld: Held = {
  machines: {},
  addresses: {},
  certificates: {},
  volumes: {},
  secrets: {},
  releases: {},
};
