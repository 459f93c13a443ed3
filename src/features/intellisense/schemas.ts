import * as vscode from 'vscode';
import type { Target } from '../common/nodes.ts';
import { fromUri, remoteScheme } from '../common/remote-uri.ts';
import type { Services } from '../common/services.ts';
import { type BundledSchema, readBundledSchema } from './bundled-schema.ts';
import type { Engine } from './engine.ts';
import { type LiveSchema, LiveSchemas } from './live-schemas.ts';

/** The schema that judges a document, and why it is that one. */
export interface SchemaInForce {
  /** Names the text in requests to the engine. */
  readonly id: string;
  /** Normalised, in JSON. */
  readonly text: string;
  /** Whether the gateway that will read the document printed it, or one of the same version. */
  readonly own: boolean;
  readonly bundled: BundledSchema;
  /** What the document's deployment told; nothing when there is no deployment to ask. */
  readonly live?: LiveSchema & { readonly app: string };
}

/** Finds the schema for each document: that of its machine or, until it is there, the bundled one. */
export class Schemas implements vscode.Disposable {
  readonly #services: Services;
  readonly #engine: Engine;
  readonly #live: LiveSchemas;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #bundled: Promise<BundledSchema> | undefined;

  /** Another schema may be in force for some documents. */
  readonly onDidChange = this.#changed.event;

  constructor(services: Services, engine: Engine) {
    this.#services = services;
    this.#engine = engine;
    this.#live = new LiveSchemas(services, engine);
    const fire = (): void => this.#changed.fire();
    this.#subscriptions = vscode.Disposable.from(
      this.#live,
      this.#live.onDidChange(fire),
      vscode.workspace.onDidGrantWorkspaceTrust(fire),
      onDidChangeApps(services, fire),
      this.#changed,
    );
  }

  /** The deployment whose gateway will read the document; the workspace's one for a local document. */
  targetOf(uri: vscode.Uri): Target | undefined {
    if (uri.scheme === remoteScheme) return fromUri(uri);
    const [app, another] = this.#services.store.knownApps;
    return app === undefined || another !== undefined ? undefined : { app };
  }

  /** The schema in force now. It is given to the engine as well. */
  async of(uri: vscode.Uri): Promise<SchemaInForce> {
    this.#bundled ??= readBundledSchema(this.#services.extensionUri);
    const bundled = await this.#bundled;
    await this.#services.workspaceApps.ready;
    const target = vscode.workspace.isTrusted ? this.targetOf(uri) : undefined;
    const live = target && { ...this.#live.get(target), app: target.app };
    const { id, text } = live?.state === 'read' ? live : bundled;
    this.#engine.addSchema(id, text);
    return { id, text, own: isOwn(bundled, live), bundled, ...(live && { live }) };
  }

  /** @throws Failure */
  async refresh(uri: vscode.Uri, signal: AbortSignal): Promise<void> {
    const target = this.targetOf(uri);
    if (target) await this.#live.refresh(target, signal);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

/** The deployment of local documents is the workspace's app. */
function onDidChangeApps({ store }: Services, listener: () => void): vscode.Disposable {
  let before = store.knownApps.join();
  const subscription = store.onDidChange(() => {
    const now = store.knownApps.join();
    if (now === before) return;
    before = now;
    listener();
  });
  return new vscode.Disposable(() => subscription.dispose());
}

function isOwn(bundled: BundledSchema, live: LiveSchema | undefined): boolean {
  if (live?.state === 'read') return true;
  return live?.state === 'unsupported' && live.version === bundled.version;
}
