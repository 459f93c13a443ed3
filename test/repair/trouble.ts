import type { Flysim } from '../flysim/harness.ts';
import type { Deployment } from './deployment.ts';

/** Something that a gateway's user can be in, made for real. */
export interface Trouble {
  /** Of its row in the table. */
  readonly title: string;
  /**
   * Makes a deployment and leaves it in trouble; it is checked that the trouble is real.
   * @throws NotProvoked where this computer cannot show it.
   */
  provoke(flysim: Flysim): Promise<Deployment>;
  /** Whether it is made on the deployment that several rows share. */
  readonly isShared?: boolean;
}

/** This computer cannot bring the trouble about. */
export class NotProvoked extends Error {}
