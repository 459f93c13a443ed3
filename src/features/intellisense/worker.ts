// A thread of its own: normalising, parsing and validating half a megabyte of schema would keep the extension host busy.
import { parentPort } from 'node:worker_threads';
import { normaliseSchema } from '../../gateway/schema/normalise.ts';
import { ConfigLanguage } from './language.ts';
import type { EngineMethod, EngineMethods, EngineRequest, EngineResult } from './protocol.ts';

const language = new ConfigLanguage();

const methods: EngineMethods = {
  addSchema: async ({ id, text }) => language.addSchema(id, JSON.parse(text)),
  normalise: async (published) => JSON.stringify(normaliseSchema(JSON.parse(published))),
  complete: (place) => language.complete(place),
  validate: (document) => language.validate(document),
  hover: (place) => language.hover(place),
};

function call<M extends EngineMethod>({ method, parameter }: EngineRequest<M>): Promise<EngineResult<M>> {
  return methods[method](parameter);
}

parentPort?.on('message', (request: EngineRequest) => {
  const { id } = request;
  call(request).then(
    (result) => parentPort?.postMessage({ id, result }),
    (error: unknown) => parentPort?.postMessage({ id, error: String(error) }),
  );
});
