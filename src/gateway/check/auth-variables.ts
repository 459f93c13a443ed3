/** The variable with the token that the gateway asks its clients for. */
export const tokenVariable = 'OPENCLAW_GATEWAY_TOKEN';

/** Variables from which the gateway takes its token or password when the file has none. */
export const authVariables: readonly string[] = [tokenVariable, 'OPENCLAW_GATEWAY_PASSWORD'];
