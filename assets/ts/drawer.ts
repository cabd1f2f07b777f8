/** The menu of a narrow window: a button, and the drawer that it opens. */

/**
 * Put a button and a drawer in the place of the menu that unfolds without script.
 *
 * Modal, not in the flow: an open menu is as tall as a phone, and a dialog keeps focus and reading off the page behind it,
 * gives focus back, and closes on Escape and on Android's Back, all by the browser's own means.
 */
export function makeDrawer(menu: HTMLDetailsElement): void {
  const [summary, ...content] = menu.children;
  const button = buttonOf(summary?.textContent ?? "");
  const drawer = drawerOf(button, [...content, ...copies()]);
  button.addEventListener("click", () => {
    drawer.showModal();
    button.setAttribute("aria-expanded", "true");
  });
  drawer.addEventListener("close", () => button.setAttribute("aria-expanded", "false"));
  drawer.addEventListener("click", (event) => {
    if (closes(event, drawer)) drawer.close();
  });
  // A window that grows loses the button, and must not be left with the drawer.
  addEventListener("resize", () => {
    if (!button.getClientRects().length) drawer.close();
  });
  menu.replaceWith(button, drawer);
}

function buttonOf(words: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "iv-menu__button iv-head__narrow";
  button.textContent = words;
  button.setAttribute("aria-expanded", "false");
  button.setAttribute("aria-controls", "drawer");
  return button;
}

function drawerOf(button: HTMLButtonElement, content: readonly Element[]): HTMLDialogElement {
  const drawer = document.createElement("dialog");
  drawer.id = "drawer";
  drawer.className = "iv-drawer";
  drawer.setAttribute("aria-label", button.textContent ?? "");
  drawer.append(...content);
  for (const hidden of drawer.querySelectorAll<HTMLElement>("[hidden]")) hidden.hidden = false;
  return drawer;
}

/** What the page has in its head alone, since it needs script: the project and the palette. */
function copies(): Element[] {
  return [...document.querySelectorAll(".iv-project, .iv-palette")].map((one) => {
    const copy = one.cloneNode(true) as Element;
    for (const input of copy.querySelectorAll("input")) input.name = "drawer";
    return copy;
  });
}

/** Whether a click closes the drawer: on its button, on a link (which may lead to a place on this page), or beside it. */
function closes(event: MouseEvent, drawer: HTMLDialogElement): boolean {
  if (event.target === drawer) return event.offsetX < 0;
  return (event.target as Element).closest("a, button") !== null;
}
