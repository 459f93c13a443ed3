import { describe, expect, it } from 'vitest';
import { Failure, type FailureKind } from '../../../../src/core/errors.ts';
import { AccountReader } from '../../../../src/features/common/account.ts';
import type { Flyctl, Verb } from '../../../../src/fly/flyctl.ts';
import { output, printed } from '../../fly/verbs/printed.ts';

/** Answers as flyctl does for a signed-in person, or fails in one way. */
class Answers implements Flyctl {
  failure: FailureKind | undefined;
  readonly asked: string[] = [];

  async run<T>(verb: Verb<T>): Promise<T> {
    const name = verb.args.slice(0, 2).join('-');
    this.asked.push(name);
    await Promise.resolve();
    if (this.failure) throw new Failure(this.failure);
    return verb.parse(name === 'orgs-list' ? output('{"b":"Zoo","a":"Ape"}') : printed(name));
  }

  stream(): Promise<never> {
    return Promise.reject(new Failure('failed'));
  }
}

const nobody = { organizations: [], tokenSource: 'session' };

describe('AccountReader', () => {
  it('reads nothing until it is asked, then once', async () => {
    const flyctl = new Answers();
    const account = new AccountReader(flyctl, {});
    expect(account.info).toEqual(nobody);
    expect(flyctl.asked).toEqual([]);
    await Promise.all([account.load(), account.load()]);
    await account.load();
    expect(flyctl.asked).toEqual(['auth-whoami', 'orgs-list']);
    expect(account.info).toEqual({
      email: 'me@example.com',
      organizations: [
        { slug: 'a', name: 'Ape' },
        { slug: 'b', name: 'Zoo' },
      ],
      tokenSource: 'session',
    });
  });

  it('tells when it knows more or less than before', async () => {
    const account = new AccountReader(new Answers(), {});
    let changes = 0;
    account.onDidChange(() => changes++);
    account.forget();
    expect(changes).toBe(0);
    await account.load();
    account.forget();
    expect(changes).toBe(2);
    expect(account.info).toEqual(nobody);
  });

  it('does not take over what was asked before the account may have changed', async () => {
    const account = new AccountReader(new Answers(), {});
    const load = account.load();
    account.forget();
    await load;
    expect(account.info).toEqual(nobody);
  });

  it.each([
    ['notLoggedIn', 4],
    ['offline', 4],
    ['forbidden', 2],
  ] as const)('after %s has asked %i times when it is asked twice', async (failure, runs) => {
    const flyctl = new Answers();
    const account = new AccountReader(flyctl, {});
    flyctl.failure = failure;
    await account.load();
    await account.load();
    expect(account.info).toEqual(nobody);
    expect(flyctl.asked).toHaveLength(runs);
  });

  it('names the variable that holds the token, and nothing of the token', () => {
    const { info } = new AccountReader(new Answers(), { FLY_API_TOKEN: 'fm2_secret' });
    expect(info.tokenSource).toBe('FLY_API_TOKEN');
    expect(JSON.stringify(info)).not.toContain('secret');
    const hidden = new AccountReader(new Answers(), { FLY_API_TOKEN: 'fm2_secret', FLY_ACCESS_TOKEN: '' });
    expect(hidden.info.tokenSource).toBe('FLY_ACCESS_TOKEN');
  });
});
