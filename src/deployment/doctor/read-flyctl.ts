import { findOthers } from '../../fly/binary.ts';
import { tokenVariable } from '../../fly/environment.ts';
import { version, whoami } from '../../fly/verbs/account.ts';
import { attempt } from './attempt.ts';
import { dataOf, type FlyctlFacts } from './snapshot.ts';
import type { Sources } from './sources.ts';

type FlyctlSources = Pick<Sources, 'flyctl' | 'locator' | 'env'>;

/** Reads what is known of flyctl itself, and of the session that it has. @throws Failure `cancelled` */
export async function readFlyctl(
  sources: FlyctlSources,
  options: { readonly signal: AbortSignal },
): Promise<FlyctlFacts> {
  const variable = tokenVariable(sources.env);
  const [{ binary, others }, account] = await Promise.all([
    readBinaries(sources, options),
    attempt(sources.flyctl.run(whoami(), options)),
  ]);
  return {
    binary,
    others,
    account: 'data' in account ? { data: account.data.email } : account,
    ...(variable !== undefined && { tokenVariable: variable }),
  };
}

async function readBinaries(
  sources: FlyctlSources,
  options: { readonly signal: AbortSignal },
): Promise<Pick<FlyctlFacts, 'binary' | 'others'>> {
  const binary = await attempt(readBinary(sources, options));
  const used = dataOf(binary);
  return { binary, others: used ? await findOthers(used, options) : [] };
}

/** The version is asked for anew: flyctl may have been brought up to date since it was found. */
async function readBinary(
  { flyctl, locator }: FlyctlSources,
  options: { readonly signal: AbortSignal },
): Promise<{ readonly path: string; readonly version: string }> {
  const path = await locator.locate();
  return { path, version: await flyctl.run(version(), options) };
}
