import type { CompletionItem, Diagnostic, Hover, Position } from 'vscode-json-languageservice';

/** A configuration in an editor, and the schema that judges it: the id of one that was added before. */
export interface DocumentRequest {
  readonly schema: string;
  readonly text: string;
}

export interface PlaceRequest extends DocumentRequest {
  readonly position: Position;
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
  complete: { parameter: PlaceRequest; result: readonly CompletionItem[] };
  /** What the schema does not allow; syntax errors are left to VS Code's own JSON service. */
  validate: { parameter: DocumentRequest; result: readonly Diagnostic[] };
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
