const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs one step of the set-up and prints what it does and how long it took.
 * @param {string} title What is done, e.g. `Installing the packages`.
 * @param {{ isDone?: () => boolean, work: () => Promise<void>, hint?: string }} step `hint` says how long it may take.
 */
export async function step(title, { isDone, work, hint }) {
  if (isDone?.()) return console.log(`  ✓ ${title}: already done`);
  console.log(`  … ${title}${hint ? ` (${hint})` : ''}`);
  const started = performance.now();
  await work();
  console.log(`  ✓ ${title}: ${seconds(started)}`);
}
