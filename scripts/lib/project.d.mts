export const root: string;
export const cacheFolder: string;
export const codeServerFolder: string;
export function vscodeFolderIn(installation: string): string;
export const codeServerPackage: string;
export const resultsFolder: string;
