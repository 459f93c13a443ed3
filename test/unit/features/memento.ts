/** A `Memento` that keeps what it is given. */
export function memento(): {
  get<T>(key: string, otherwise?: T): T;
  update(key: string, value: unknown): Promise<void>;
  keys(): readonly string[];
} {
  const values = new Map<string, unknown>();
  return {
    get: (key: string, otherwise?: unknown) =>
      Object(values.has(key) ? { value: values.get(key) } : { value: otherwise }).value,
    update: (key, value) => {
      values.set(key, value);
      return Promise.resolve();
    },
    keys: () => [...values.keys()],
  };
}
