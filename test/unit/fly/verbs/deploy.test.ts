import { expect, it } from 'vitest';
import { deploy, deployedImage } from '../../../../src/fly/verbs/deploy.ts';
import { output } from './printed.ts';

it('deploys a file from its folder, on an image that exists', () => {
  const verb = deploy('my-openclaw', {
    folder: '/home/ada/bot',
    file: 'deploy/fly.private.toml',
    image: 'registry.fly.io/my-openclaw:deployment-1',
  });
  expect(verb.args.join(' ')).toBe(
    'deploy -c deploy/fly.private.toml -a my-openclaw --image registry.fly.io/my-openclaw:deployment-1 --ha=false -y',
  );
  expect(verb).toMatchObject({ kind: 'write', app: 'my-openclaw', cwd: '/home/ada/bot' });
  expect(verb.deadlineMs).toBe(30 * 60_000);
});

it('reads the image with its registry, from the same output as the machines', () => {
  const verb = deployedImage('my-openclaw', 'd89');
  const image = 'registry.fly.io/my-openclaw:deployment-1';
  const printed = (config: object): ReturnType<typeof output> =>
    output(
      JSON.stringify([
        { id: 'e28', config: { image: 'other' } },
        { id: 'd89', ...config },
      ]),
    );
  expect(verb.args.join(' ')).toBe('machine list -a my-openclaw --json');
  expect(verb.parse(printed({ config: { image } }))).toBe(image);
  expect(verb.parse(printed({ incomplete_config: { image } }))).toBe(image);
  expect(verb.parse(printed({}))).toBeUndefined();
});
