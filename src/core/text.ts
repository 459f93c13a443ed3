/** A place in a text; line and character count from 0, characters in UTF-16 units, as in VS Code. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** One change of a text. */
export interface TextEdit {
  /** What is replaced; empty for an insertion. */
  readonly range: Range;
  readonly text: string;
}
