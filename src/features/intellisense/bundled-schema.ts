import * as vscode from 'vscode';
import { schemaId } from './schema-id.ts';
import { translateSchema } from './translate-schema.ts';

/** The schema that comes with the extension, and where it is from; see `scripts/schemas.mjs`. */
export interface BundledSchema {
  readonly id: string;
  /** Normalised, in JSON. */
  readonly text: string;
  /** The version of OpenClaw that printed it. */
  readonly version: string;
  readonly commit: string;
  /** When that OpenClaw was built, ISO 8601. */
  readonly date: string;
  /** The models that it knows, as `provider/model`. */
  readonly models: readonly string[];
}

interface Provenance {
  readonly openclaw: string;
  readonly commit: string;
  readonly date: string;
}

/** @throws FileSystemError in a checkout in which `npm run schemas` never ran. */
export async function readBundledSchema(extensionUri: vscode.Uri): Promise<BundledSchema> {
  const read = async (name: string): Promise<string> => {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'schemas', name));
    return new TextDecoder().decode(bytes);
  };
  const [english, provenance, models] = await Promise.all([
    read('openclaw.schema.json'),
    read('provenance.json'),
    read('models.json'),
  ]);
  const texts = vscode.l10n.bundle;
  const text = texts ? translateSchema(english, texts) : english;
  const { openclaw, commit, date }: Provenance = JSON.parse(provenance);
  return { id: schemaId(text), text, version: openclaw, commit, date, models: JSON.parse(models) };
}
