/** Fields that Decap marks red, because something must be put right before the form can be saved. */

/** A field, the name of its row, and what Decap says of it. */
export interface Red {
  field: Element;
  row: string;
  said: string;
}

const FIELD = "[class*=ControlContainer]";
const ROW = "[class*=SortableListItem]";
// A row's name is shown while the row is closed.
const NAME = ":scope > [class*=NestedObjectLabel]";

/** The red fields, from the top of the form. */
export function reds(): Red[] {
  return [...document.querySelectorAll("[class*=ControlErrorsList] > li")].flatMap((said) => {
    const field = said.closest(FIELD);
    const row = field?.closest(ROW)?.querySelector(NAME)?.textContent?.trim() ?? "";
    return field ? [{ field, row, said: said.textContent ?? "" }] : [];
  });
}

/** Open all that a field lies in, and put the focus into it. */
export function goTo(field: Element): void {
  rows(field).forEach((row) => row.querySelector<HTMLElement>(":scope > [class*=TopBar] > button")?.click());
  // The page is drawn anew before the next is looked for.
  setTimeout(() => {
    group(field)?.click();
    setTimeout(() => {
      field.scrollIntoView({ block: "center" });
      field.querySelector<HTMLElement>("input, textarea, select, button")?.focus({ preventScroll: true });
    }, 100);
  }, 100);
}

/** The closed rows around a field. */
function rows(field: Element): Element[] {
  const outer = field.parentElement?.closest(ROW);
  return outer ? [...rows(outer), ...(isClosed(outer) ? [outer] : [])] : [];
}

function isClosed(row: Element): boolean {
  const name = row.querySelector(NAME);
  return name !== null && getComputedStyle(name).display !== "none";
}

/** The button that opens the group of fields in which a field is hidden. */
function group(field: Element): HTMLElement | null {
  if (field.getClientRects().length) return null;
  let around: Element | null | undefined = field;
  while (around && !around.getClientRects().length) around = around.parentElement?.closest(FIELD);
  return around?.querySelector<HTMLElement>("[data-testid=expand-button]") ?? null;
}
