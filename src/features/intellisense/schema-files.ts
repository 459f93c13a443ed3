import * as vscode from 'vscode';
import { FlatFiles } from '../common/flat-files.ts';
import type { Schemas } from './schemas.ts';

/** The scheme of the schemas that VS Code's own JSON service reads. package.json associates files with them. */
export const schemaScheme = 'openclaw-schema';

/**
 * The schema of local files. Its name does not end with `.json`, so that nothing takes the schema itself for a
 * document to validate.
 */
const workspaceSchema = vscode.Uri.from({
  scheme: schemaScheme,
  authority: 'workspace',
  path: '/openclaw.schema',
});

/**
 * What remote files get from the JSON service: its syntax errors, with what OpenClaw allows beyond JSON. All else about
 * them depends on their machine and comes from us. Without any schema the service would offer guesses of its own.
 */
const syntaxSchema = JSON.stringify({ allowComments: true, allowTrailingCommas: true });

/** Schemas as read-only files. */
export class SchemaFiles extends FlatFiles implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #schemas: Schemas;
  /** The schema that was last given to the JSON service. */
  #given: { readonly id: string; readonly at: number } | undefined;

  constructor(schemas: Schemas) {
    super();
    this.#schemas = schemas;
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { bytes, at } = await this.#read(uri);
    return {
      type: vscode.FileType.File,
      ctime: 0,
      mtime: at,
      size: bytes.length,
      permissions: vscode.FilePermission.Readonly,
    };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await this.#read(uri)).bytes;
  }

  /** Makes the JSON service read the schema of local files again when it is another one now. */
  async update(): Promise<void> {
    const before = this.#given?.id;
    if (before === undefined || before === (await this.#schemas.of(workspaceSchema)).id) return;
    this.fireChange(workspaceSchema);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  async #read(uri: vscode.Uri): Promise<{ bytes: Uint8Array; at: number }> {
    if (uri.authority !== workspaceSchema.authority)
      return { bytes: new TextEncoder().encode(syntaxSchema), at: 0 };
    const { id, text } = await this.#schemas.of(uri);
    if (this.#given?.id !== id) this.#given = { id, at: Date.now() };
    return { bytes: new TextEncoder().encode(text), at: this.#given.at };
  }
}
