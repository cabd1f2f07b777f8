/** Elements, made without parsing any HTML: nothing that comes from outside can be more than text. */

import { langOf } from "./tongue";

/** An element with a class and children; texts stay texts, and say their language where that is not the page's. */
export function made<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  name = "",
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (name) element.className = name;
  tell(element, ...children);
  return element;
}

/** Put texts and elements into an element, in place of what stands there; the only one gives it its language. */
export function tell(element: HTMLElement, ...children: (Node | string)[]): void {
  const lang = children.length < 2 && langOf(children[0]);
  if (lang) element.lang = lang;
  else element.removeAttribute("lang");
  element.replaceChildren(...children.map((child) => (!lang && langOf(child) ? made("span", "", child) : child)));
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
