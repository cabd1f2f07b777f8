/** Loaded when a search box is first used: reads the index, and lets the boxes answer. */
import { Box } from "./search/box";
import { engine, wholeEngine } from "./search/reading";

(self as typeof self & { kit: { search?: unknown } }).kit.search = { open };

/** Let a form answer. The promise fails when the index does not load. */
async function open(form: HTMLFormElement): Promise<void> {
  const box = new Box(form, await engine());
  box.show();
  // The rest of the index comes behind: most readers have their answer before.
  await wholeEngine().catch(() => undefined);
  box.show();
}
