export function findBrowser(): { readonly path: string; readonly env: Readonly<Record<string, string>> };
