/** Forms wake one by one, each in a task of its own: all at once would hold up a reader's first tap. */

const asleep: (() => void)[] = [];
/** What a reader begins with: whatever it is, it finds all forms awake. */
const TOUCHES = ["pointerdown", "keydown", "focusin", "click", "input", "beforeprint"];

/** Do this when it is its turn; at once, with all before it, as soon as the reader does something. */
export function inTurn(wake: () => void): void {
  if (asleep.push(wake) === 1) setTimeout(next);
}

function next(): void {
  asleep.shift()?.();
  if (asleep.length) setTimeout(next);
}

for (const touch of TOUCHES) {
  addEventListener(touch, () => asleep.splice(0).forEach((wake) => wake()), { capture: true });
}
