/** A command that does not leave the computer. */
export const localMs = 10_000;

/** A command that asks Fly's API one or two questions. flyctl itself waits without limit. */
export const queryMs = 30_000;

/** A command that changes a machine and does not wait for the result; flyctl waits up to 60 s for another's lease. */
export const changeMs = 2 * 60_000;

/** `secrets set` without staging: every machine of the app is updated in turn, each as slow as a restart. */
export const rollingUpdateMs = 15 * 60_000;

/** `machine restart`: the lease, and up to 5 min until it has started. */
export const restartMs = 7 * 60_000;

/** `deploy`: every machine in turn, each with its image to fetch and its checks to pass. */
export const deployMs = 30 * 60_000;
