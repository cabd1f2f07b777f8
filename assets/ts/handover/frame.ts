/** A dialog over the page: opened with a heading, filled, and gone again once it is closed. */
import { button, made, tell } from "../dom";
import { t } from "../words";

type Content = readonly (Node | string)[];

export class Frame {
  readonly #dialog = made("dialog", "iv-dialog");
  readonly #heading = made("h2");
  readonly #body = made("div", "iv-dialog__body");
  readonly #status = made("p", "iv-dialog__status");
  readonly #foot = made("p", "iv-dialog__foot");

  constructor(title: string) {
    tell(this.#heading, title);
    this.#heading.tabIndex = -1;
    this.#dialog.setAttribute("aria-label", title);
    this.#status.setAttribute("role", "status");
    this.#dialog.append(this.#heading, this.#body, this.#status, this.#foot);
    this.#dialog.addEventListener("close", () => this.#dialog.remove());
    // A second link while the first is looked at: one question at a time.
    document.querySelector<HTMLDialogElement>("dialog.iv-dialog[open]")?.close();
    document.body.append(this.#dialog);
    this.fill([]);
    this.#dialog.showModal();
    this.#heading.focus();
  }

  /** Show this; `actions` come before the button that closes. */
  fill(content: Content, actions: Content = [], close = t("close")): void {
    const leave = button("close", close, "iv-button");
    leave.addEventListener("click", () => this.#dialog.close());
    this.#body.replaceChildren(...content);
    this.#foot.replaceChildren(...actions, leave);
    this.say();
    // What had the focus is gone; from here the new content is read.
    if (this.#dialog.open) this.#heading.focus();
  }

  /** Say something politely. */
  say(...said: Content): void {
    this.#status.replaceChildren(...said);
  }

  /** Put the focus on the button that closes. */
  rest(): void {
    this.#foot.querySelector<HTMLElement>('[data-action="close"]')?.focus();
  }
}

/** Buttons of which one is pressed, or a box to tick. */
export function choice(
  type: "radio" | "checkbox",
  name: string,
  value: string,
  isOn: boolean,
  ...words: Content
): HTMLLabelElement {
  const input = made("input");
  Object.assign(input, { type, name, value, checked: isOn });
  return made("label", "iv-dialog__choice", input, made("span", "", ...words));
}

/** A line to write in. */
export function entry(name: string, words: string, value = "", longest?: number): HTMLLabelElement {
  const input = made("input", "iv-input");
  Object.assign(input, { name, value });
  if (longest) input.maxLength = longest;
  return made("label", "iv-field", words, input);
}

/** The field in a label. */
export function fieldIn(label: HTMLElement): HTMLInputElement {
  return label.querySelector("input") as HTMLInputElement;
}

/** Choices under a heading. */
export function group(words: string, ...content: Content): HTMLFieldSetElement {
  return made("fieldset", "iv-dialog__group", made("legend", "", words), ...content);
}
