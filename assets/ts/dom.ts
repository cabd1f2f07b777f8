/** Elements, made without parsing any HTML: nothing that comes from outside can be more than text. */

/** An element with a class and children; texts stay texts. */
export function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  name = "",
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...children);
  return element;
}

/** A button that does `action`. */
export function button(action: string, words: string, name = "iv-act"): HTMLButtonElement {
  const element = made("button", name, words);
  element.type = "button";
  element.dataset.action = action;
  return element;
}

/** An element of a drawing, with its geometry. */
export function drawn(
  tag: string,
  attributes: Record<string, string | number>,
  ...children: (Node | string)[]
): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}
