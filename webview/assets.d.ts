declare module '*.svg' {
  /** The source of the image, with `with { type: 'text' }`. */
  const source: string;
  export default source;
}

/** Collected by esbuild into one file beside the script. */
declare module '*.css' {}
