// Made from src/fly/schema/schemas.ts by src/fly/schema/compile.ts. Do not edit.

import type { JTDDataType } from 'ajv/dist/jtd.js';
import type * as schemas from '../schema/schemas.ts';
import type { Validator } from '../parse.ts';

export const account: Validator<JTDDataType<typeof schemas.account>>;
export const addresses: Validator<JTDDataType<typeof schemas.addresses>>;
export const apps: Validator<JTDDataType<typeof schemas.apps>>;
export const certificates: Validator<JTDDataType<typeof schemas.certificates>>;
export const execution: Validator<JTDDataType<typeof schemas.execution>>;
export const leases: Validator<JTDDataType<typeof schemas.leases>>;
export const machines: Validator<JTDDataType<typeof schemas.machines>>;
export const organizations: Validator<JTDDataType<typeof schemas.organizations>>;
export const peers: Validator<JTDDataType<typeof schemas.peers>>;
export const regions: Validator<JTDDataType<typeof schemas.regions>>;
export const releases: Validator<JTDDataType<typeof schemas.releases>>;
export const secrets: Validator<JTDDataType<typeof schemas.secrets>>;
export const sizes: Validator<JTDDataType<typeof schemas.sizes>>;
export const snapshots: Validator<JTDDataType<typeof schemas.snapshots>>;
export const status: Validator<JTDDataType<typeof schemas.status>>;
export const version: Validator<JTDDataType<typeof schemas.version>>;
export const volume: Validator<JTDDataType<typeof schemas.volume>>;
export const volumes: Validator<JTDDataType<typeof schemas.volumes>>;
