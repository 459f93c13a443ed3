/** The version of OpenClaw whose refusals are known. Of another one they are warnings. */
export const knownVersion = '2026.9.6';
