import { expect, it } from 'vitest';
import type { MachineService } from '../../../src/fly/model.ts';
import { type Exposure, publicHosts } from '../../../src/fly/public-hosts.ts';

const service: MachineService = {
  protocol: 'tcp',
  internalPort: 3000,
  autoStop: 'off',
  autoStart: true,
  minMachinesRunning: 1,
  ports: [{ port: 443, handlers: ['http', 'tls'] }],
  checks: [],
};
const served: Exposure = {
  app: 'claw',
  addresses: [{ address: '66.241.124.1', type: 'shared_v4', region: '', public: true }],
  certificates: [],
  machines: [{ services: [] }, { services: [service] }],
};
const privateAddress = { address: 'fdaa:0:1::3', type: 'private_v6', region: '', public: false };

it('an app with a public address and a service is reached under the name that Fly gives it', () => {
  expect(publicHosts(served)).toEqual(['claw.fly.dev']);
});

it('its own domains come first, but those for a whole zone', () => {
  const certificates = [{ hostname: 'claw.example.org' }, { hostname: '*.example.org' }];
  expect(publicHosts({ ...served, certificates })).toEqual(['claw.example.org', 'claw.fly.dev']);
});

it.each([
  ['no address', { addresses: [] }],
  ['a private address', { addresses: [privateAddress] }],
  ['no service', { machines: [{ services: [] }] }],
  ['no machine', { machines: [] }],
] as const)('the internet does not reach an app with %s', (_, change) => {
  const certificates = [{ hostname: 'claw.example.org' }];
  expect(publicHosts({ ...served, certificates, ...change })).toEqual([]);
});
