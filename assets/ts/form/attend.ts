/** What Decap's page lacks: names for the buttons of rows, in the form's language, and only one notice of a fault. */
import { filled, short } from "./words";
import type { Words } from "./words";

const BARS = "[class*=StyledListItemTopBar]";
const NAMES = "[class*=NestedObjectLabel]";
// What Decap calls a row that says nothing yet, by the key of its first field.
const NAMELESS = ["No id", "No title"];
const TOASTS = ".Toastify__toast--error";

/** Put in place what is missing, now and whenever the page changes. */
export function attend(words: Words): void {
  let due = false;
  const look = (): void => {
    due = false;
    document.querySelectorAll(NAMES).forEach((one) => {
      if (NAMELESS.includes(one.textContent ?? "")) one.textContent = words.nameless ?? "";
    });
    document.querySelectorAll(BARS).forEach((bar) => name(bar, words));
    document.querySelectorAll("[id^=DndDescribedBy]").forEach((one) => {
      if (one.textContent !== words.moving) one.textContent = words.moving ?? "";
    });
    document.querySelectorAll("[aria-label^='Remove ']").forEach((one) => {
      one.ariaLabel = filled(words.remove, { item: one.ariaLabel?.slice("Remove ".length) ?? "" });
    });
    document.querySelectorAll<HTMLElement>(TOASTS).forEach((toast) => {
      toast.hidden = toast.textContent === words.refused;
    });
  };
  new MutationObserver(() => {
    if (!due) requestAnimationFrame(look);
    due = true;
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}

/** Name the buttons of a row by what it says; they have pictures only. */
function name(bar: Element, words: Words): void {
  // What a row is called where it is closed.
  const text = bar.parentElement?.querySelector(`:scope > ${NAMES}`)?.textContent?.trim();
  const item = text ? filled(words.quote, { text: short(text) }) : "";
  const [fold, remove] = bar.querySelectorAll(":scope > button");
  const move = bar.querySelector("[aria-roledescription]");
  if (fold) fold.ariaLabel = filled(words.fold, { item });
  if (remove) remove.ariaLabel = filled(words.remove, { item });
  if (!move) return;
  move.ariaLabel = filled(words.move, { item });
  move.ariaRoleDescription = words.movable ?? "";
}
