import type { CompletionItem, Hover, Position } from 'vscode-json-languageservice';
import type { CheckOptions } from '../../gateway/check/check.ts';
import type { Finding } from '../../gateway/check/finding.ts';
import type { TextEdit } from '../../gateway/check/migrate.ts';

/** English to the user's language: `vscode.l10n.bundle`. */
export type Texts = Readonly<Record<string, string>>;

/** A configuration in an editor, and the schema that judges it: the id of one that was added before. */
export interface DocumentRequest {
  readonly schema: string;
  readonly text: string;
}

export interface PlaceRequest extends DocumentRequest {
  readonly position: Position;
}

export interface SuggestionRequest extends PlaceRequest {
  /** The key or value there, as JSON. */
  readonly token: string;
}

export interface CheckRequest extends DocumentRequest {
  readonly check: Omit<CheckOptions, 'text' | 'schema'>;
}

export interface MigrationRequest extends DocumentRequest {
  /** Those of the findings `legacy-key` to do away with. */
  readonly paths: readonly string[];
}

interface SchemaText {
  readonly id: string;
  /** Normalised, in JSON. */
  readonly text: string;
}

/** What the worker does: what goes in and what comes out, both copied between the threads. */
interface Engine {
  /** Makes a schema known under an id, for the requests that follow. */
  addSchema: { parameter: SchemaText; result: void };
  /** Normalises what `openclaw config schema` printed. Takes up to a second. */
  normalise: { parameter: string; result: string };
  /** The language of the text; nothing when OpenClaw cannot read it. */
  dialect: { parameter: string; result: 'jsonc' | 'json5' | undefined };
  complete: { parameter: PlaceRequest; result: readonly CompletionItem[] };
  /** What the schema allows in the place of a token and that is spelt nearly the same, as JSON. */
  suggest: { parameter: SuggestionRequest; result: string | undefined };
  /** Nothing when the text cannot be migrated, or nothing of it can. */
  migrate: { parameter: MigrationRequest; result: TextEdit | undefined };
  /** Everything that is wrong with the document or worth knowing. */
  check: { parameter: CheckRequest; result: readonly Finding[] };
  hover: { parameter: PlaceRequest; result: Hover | null };
}

export type EngineMethod = keyof Engine;
export type EngineParameter<M extends EngineMethod> = Engine[M]['parameter'];
export type EngineResult<M extends EngineMethod> = Engine[M]['result'];

export type EngineMethods = {
  readonly [M in EngineMethod]: (parameter: EngineParameter<M>) => Promise<EngineResult<M>>;
};

/** One request as it travels to the worker. */
export type EngineRequest<M extends EngineMethod = EngineMethod> = {
  readonly [K in M]: { readonly id: number; readonly method: K; readonly parameter: EngineParameter<K> };
}[M];

/** `result` is what the method of the request returns; its type fits all of them. */
export type EngineReply =
  { readonly id: number; readonly result: never } | { readonly id: number; readonly error: string };
