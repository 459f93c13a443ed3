import { setTimeout as sleep } from 'node:timers/promises';
import type * as vscode from 'vscode';
import type { Finding } from '../../gateway/check/finding.ts';
import type { Deployment } from '../../gateway/check/rules/rule.ts';
import type { ConfigJudge } from '../common/config-judge.ts';
import type { Services } from '../common/services.ts';
import { factsOf, loadFacts } from './deployment-facts.ts';
import type { Engine } from './engine.ts';
import type { SchemaInForce, Schemas } from './schemas.ts';

/** What is known of a deployment adds warnings only: they are not waited for longer, in milliseconds. */
const patienceMs = 3_000;

/** Judges texts by the schema and by what is known of the deployment, for editors and for pushes. */
export class Checks implements ConfigJudge {
  readonly #services: Services;
  readonly #schemas: Schemas;
  readonly #engine: Engine;

  constructor(services: Services, schemas: Schemas, engine: Engine) {
    this.#services = services;
    this.#schemas = schemas;
    this.#engine = engine;
  }

  async judge(uri: vscode.Uri, text: string): Promise<readonly Finding[]> {
    const { live } = await this.#schemas.of(uri);
    if (live) await Promise.race([loadFacts(this.#services.store, live.app), sleep(patienceMs)]);
    return this.judgeNow(uri, text);
  }

  /** With the facts that are there already. */
  async judgeNow(uri: vscode.Uri, text: string): Promise<readonly Finding[]> {
    const schema = await this.#schemas.of(uri);
    const deployment = this.deploymentOf(uri, schema);
    const check = { schemaIsOwn: schema.own, ...(deployment && { deployment }) };
    return this.#engine.request('check', { schema: schema.id, text, check });
  }

  /** What is known of the deployment of the file; what is not known yet is read, which changes the store. */
  deploymentOf(uri: vscode.Uri, { live }: SchemaInForce): Deployment | undefined {
    const target = live && this.#schemas.targetOf(uri);
    if (!target) return undefined;
    void loadFacts(this.#services.store, target.app);
    return factsOf(this.#services.store, target, 'version' in live ? live.version : undefined);
  }
}
