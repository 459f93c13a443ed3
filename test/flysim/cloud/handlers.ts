import type { Answer, CallName, Parameters } from '../protocol.ts';

/** What answers the calls of one service. */
export type Handlers<N extends CallName = CallName> = {
  readonly [Name in N]: (parameters: Parameters<Name>) => Answer<Name> | Promise<Answer<Name>>;
};

export type CallsOf<Service extends string> = Extract<CallName, `${Service}.${string}`>;
