/** Forms wake one by one, each in tasks of its own: all at once would hold up a reader's first tap. */

const asleep: (() => void)[] = [];
// The script in the head may have failed to arrive.
globalThis.kitGiven ??= new Map();
/** What a reader begins with: whatever it is, it finds all forms awake. */
const TOUCHES = ["pointerdown", "keydown", "focusin", "beforeprint"];

/** Do this when it is its turn; at once, with all before it, as soon as the reader does something. */
export function inTurn(wake: () => void): void {
  if (asleep.push(wake) === 1) setTimeout(next);
}

/** Where one form fails, the others wake all the same. */
function next(): void {
  try {
    asleep.shift()?.();
  } catch (error) {
    reportError(error);
  }
  if (asleep.length) setTimeout(next);
}

function wakeAll(): void {
  while (asleep.length) next();
}

for (const touch of TOUCHES) addEventListener(touch, wakeAll, true);
