import { toFailure } from '../../core/errors.ts';
import type { Reading } from './snapshot.ts';

/** What the work brings, or why it brought nothing. @throws Failure `cancelled` */
export async function attempt<T>(work: Promise<T>): Promise<Reading<T>> {
  try {
    return { data: await work };
  } catch (error) {
    const failure = toFailure(error);
    if (failure.kind === 'cancelled') throw failure;
    return { failure };
  }
}
