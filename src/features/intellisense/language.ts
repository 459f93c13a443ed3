import {
  ClientCapabilities,
  type CompletionItem,
  getLanguageService,
  type Hover,
  type JSONDocument,
  type JSONSchema,
  type LanguageService,
  TextDocument,
} from 'vscode-json-languageservice';
import { nearestName } from '../../gateway/check/suggest.ts';
import type { DocumentRequest, PlaceRequest, SuggestionRequest } from './protocol.ts';

/** Completion and hover for configurations, each by its own schema. It is what VS Code itself uses for JSON. */
export class ConfigLanguage {
  readonly #services = new Map<string, LanguageService>();

  /** Makes a schema known. The references in it must stay inside it: nothing is fetched. */
  addSchema(id: string, schema: JSONSchema): void {
    const service = getLanguageService({
      clientCapabilities: ClientCapabilities.LATEST,
      schemaRequestService: (uri) => Promise.reject(new Error(`${uri} is not fetched.`)),
    });
    service.configure({ schemas: [{ uri: `schema:${id}`, fileMatch: ['*'], schema }] });
    this.#services.set(id, service);
  }

  async complete(place: PlaceRequest): Promise<readonly CompletionItem[]> {
    const { service, document, json } = this.#open(place);
    return (await service.doComplete(document, place.position, json))?.items ?? [];
  }

  async suggest({ token, ...place }: SuggestionRequest): Promise<string | undefined> {
    const typed = String(JSON.parse(token));
    const labels = (await this.complete(place)).map(({ label }) => label.replace(/^"(.*)"$/, '$1'));
    const meant = nearestName(typed, labels);
    return meant === undefined ? undefined : JSON.stringify(meant);
  }

  async hover(place: PlaceRequest): Promise<Hover | null> {
    const { service, document, json } = this.#open(place);
    return service.doHover(document, place.position, json);
  }

  #open({ schema, text }: DocumentRequest): {
    service: LanguageService;
    document: TextDocument;
    json: JSONDocument;
  } {
    const service = this.#services.get(schema);
    if (!service) throw new Error(`There is no schema ${schema}.`);
    const document = TextDocument.create('config:/openclaw.json', 'jsonc', 0, text);
    return { service, document, json: service.parseJSONDocument(document) };
  }
}
