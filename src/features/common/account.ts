import type { Disposable } from '../../core/disposable.ts';
import { Emitter, type Event } from '../../core/emitter.ts';
import { Failure, toFailure } from '../../core/errors.ts';
import { tokenVariable, type TokenVariable } from '../../fly/environment.ts';
import type { Flyctl } from '../../fly/flyctl.ts';
import type { Organization } from '../../fly/model.ts';
import { listOrganizations, whoami } from '../../fly/verbs/account.ts';

/** Who flyctl acts for. */
export interface AccountInfo {
  /** Absent until it was read, and with a token that belongs to no person. */
  readonly email?: string;
  /** Sorted by name; empty until they were read. */
  readonly organizations: readonly Organization[];
  /** A variable comes before flyctl's own session; of its value nothing is looked at. */
  readonly tokenSource: 'session' | TokenVariable;
}

/** The account that flyctl is signed in to. It is read when somebody asks for it, and kept. */
export class AccountReader implements Disposable {
  readonly #flyctl: Flyctl;
  readonly #changed = new Emitter<void>();
  readonly #disposal = new AbortController();
  readonly #tokenSource: AccountInfo['tokenSource'];
  #info: AccountInfo;
  #loading: Promise<void> | undefined;
  #reads = 0;

  /** Fired when `info` is other than before. */
  readonly onDidChange: Event<void> = this.#changed.event;

  /** @param env The environment that flyctl gets its token from; that of this process when left out. */
  constructor(flyctl: Flyctl, env: NodeJS.ProcessEnv = process.env) {
    this.#flyctl = flyctl;
    this.#tokenSource = tokenVariable(env) ?? 'session';
    this.#info = this.#nobody();
  }

  /** What is known now, without reading anything. */
  get info(): AccountInfo {
    return this.#info;
  }

  /**
   * Reads what is not held, with two short runs of flyctl; afterwards it costs nothing until `forget`. To be called when
   * somebody looks, at most once per refresh. Never throws: what cannot be read stays unknown.
   */
  async load(): Promise<void> {
    this.#loading ??= this.#read();
    await this.#loading;
  }

  /** Somebody may have signed in or out: the next `load` reads again. */
  forget(): void {
    this.#reads++;
    this.#loading = undefined;
    this.#set(this.#nobody());
  }

  dispose(): void {
    this.#disposal.abort();
    this.#changed.dispose();
  }

  async #read(): Promise<void> {
    const read = ++this.#reads;
    const { signal } = this.#disposal;
    const [account, organizations] = await Promise.all([
      this.#flyctl.run(whoami(), { signal }).catch(toFailure),
      this.#flyctl.run(listOrganizations(), { signal }).catch(toFailure),
    ]);
    if (read !== this.#reads) return;
    if (isPassing(account) || isPassing(organizations)) this.#loading = undefined;
    this.#set({
      ...this.#nobody(),
      ...(!(account instanceof Failure) && { email: account.email }),
      ...(!(organizations instanceof Failure) && { organizations: [...organizations].sort(byName) }),
    });
  }

  #nobody(): AccountInfo {
    return { organizations: [], tokenSource: this.#tokenSource };
  }

  #set(info: AccountInfo): void {
    const before = JSON.stringify(this.#info);
    this.#info = info;
    if (JSON.stringify(info) !== before) this.#changed.fire();
  }
}

/** Whether asking again may bring more. A token limited to one app may not ask who it is, now or later. */
function isPassing(result: unknown): boolean {
  return result instanceof Failure && result.kind !== 'forbidden';
}

function byName(a: Organization, b: Organization): number {
  return a.name.localeCompare(b.name);
}
