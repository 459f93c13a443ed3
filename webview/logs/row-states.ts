/** What was done to single rows: folded otherwise than the others, and shown without masks. By their ids. */
export class RowStates {
  /** Whether the row is folded. */
  readonly #folded = new Map<number, boolean>();
  readonly #revealed = new Map<number, string>();

  /** @param usually Whether it is folded if nobody said anything else. */
  isFolded(id: number, usually: boolean): boolean {
    return this.#folded.get(id) ?? usually;
  }

  setFolded(id: number, folded: boolean): void {
    this.#folded.set(id, folded);
  }

  unfoldNone(): void {
    this.#folded.clear();
  }

  revealed(id: number): string | undefined {
    return this.#revealed.get(id);
  }

  reveal(id: number, text: string): void {
    this.#revealed.set(id, text);
  }

  hide(id: number): void {
    this.#revealed.delete(id);
  }

  /** Hides what is not on screen any more. */
  hideUnless(isOnScreen: (id: number) => boolean): void {
    for (const id of this.#revealed.keys()) if (!isOnScreen(id)) this.#revealed.delete(id);
  }

  /** Forgets everything, because ids mean other rows now. */
  clear(): void {
    this.#folded.clear();
    this.#revealed.clear();
  }
}
