import { describe, expect, test, vi } from 'vitest';
import { Failure } from '../../../../src/core/errors.ts';
import { statusLook } from '../../../../src/features/status/status-text.ts';
import { machine } from '../explorer/samples.ts';

vi.mock('vscode', () => import('../vscode.ts'));

describe('the status bar', () => {
  test.each([
    ['one started machine', [machine()], '$(vm-running) claw: started'],
    ['a stopped machine', [machine({ state: 'stopped' })], '$(vm-outline) claw: stopped'],
    ['one on its way', [machine({ state: 'starting' })], '$(loading~spin) claw: starting'],
    ['several states', [machine(), machine({ state: 'stopped' })], '$(vm-running) claw: 1 of 2 started'],
    ['no machine', [], '$(vm-outline) claw: no machine'],
  ])('says the state: %s', (_, data, text) => expect(statusLook('claw', { data }, []).text).toBe(text));

  test('says that nothing is known yet', () => {
    const look = statusLook('claw', {}, []);
    expect(look).toEqual({
      text: '$(cloud) claw',
      lines: ['Its state has not been read yet.'],
      troubled: false,
    });
  });

  test('warns of trouble and names it', () => {
    const { text, lines, troubled } = statusLook('claw', { data: [machine()] }, ['public again']);
    expect(text).toBe('$(warning) claw: started');
    expect(lines).toEqual(['public again', 'gateway: started (fra)']);
    expect(troubled).toBe(true);
  });

  test('names some of many machines', () => {
    const data = [...Array(25).keys()].map((index) => machine({ name: `machine-${index}` }));
    const { lines } = statusLook('claw', { data }, []);
    expect(lines).toHaveLength(21);
    expect(lines.slice(-2)).toEqual(['machine-19: started (fra)', '… and 5 more']);
  });

  test('marks what could not be refreshed', () => {
    const held = { data: [machine()], fetchedAt: 1, error: new Failure('offline') };
    const { text, lines } = statusLook('claw', held, []);
    expect(text).toBe('$(vm-running) claw: started $(history)');
    expect(lines[0]).toMatch(/^Not refreshed since /);
  });
});
