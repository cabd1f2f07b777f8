/** One checklist large, at the projector: its items one at a time, moved through and answered by keyboard. */
import { itemsOf } from "./checklist/kind";
import { button, made, tell } from "./dom";
import { t } from "./words";

const STEPS: Record<string, number> = { PageDown: 1, ArrowRight: 1, PageUp: -1, ArrowLeft: -1 };
/** Fields that need the keys themselves. */
const TYPED = "textarea, select, input:not([type='radio'], [type='checkbox'])";

/** Show a form large, from the item that is reached first; `closed` is called when it is over. */
function show(form: HTMLFormElement, closed: () => void): void {
  new Projection(form, closed);
}

class Projection {
  readonly #form: HTMLFormElement;
  readonly #items: HTMLElement[];
  readonly #marked: [Element, string][];
  readonly #bar = made("div", "iv-large__bar");
  readonly #count = made("p", "iv-large__count");
  readonly #listeners = new AbortController();
  #now = 0;

  constructor(
    form: HTMLFormElement,
    readonly closed: () => void,
  ) {
    this.#form = form;
    this.#items = form.dataset.kind === "table" ? [] : itemsOf(form).map(([, item]) => item);
    this.#marked = [
      [document.documentElement, "iv-large"],
      [form.closest("section") ?? form, "iv-large__section"],
      [form.parentElement ?? form, "iv-large__form"],
    ];
    for (const [element, name] of this.#marked) element.classList.add(name);
    this.#count.role = "status";
    this.#build();
    const { signal } = this.#listeners;
    addEventListener("keydown", (event) => this.#key(event), { signal });
    addEventListener("popstate", () => this.#close(), { signal });
    this.#show(0);
  }

  #build(): void {
    const previous = button("previous", t("previous"), "iv-button");
    const next = button("next", t("next"), "iv-button");
    const close = button("close", t("close"), "iv-button");
    const steps = this.#items.length > 1 ? [previous, next] : [];
    this.#bar.append(
      this.#count,
      ...steps,
      close,
      made("p", "iv-large__keys", this.#items.length ? t("large_keys") : t("large_key")),
    );
    this.#form.append(this.#bar);
    previous.addEventListener("click", () => this.#show(this.#now - 1));
    next.addEventListener("click", () => this.#show(this.#now + 1));
    close.addEventListener("click", () => this.#close());
  }

  /** Show one item, and no other. */
  #show(number: number): void {
    this.#now = Math.max(0, Math.min(number, this.#items.length - 1));
    this.#items.forEach((item, n) => item.classList.toggle("iv-large__now", n === this.#now));
    const item = this.#items[this.#now];
    if (item) tell(this.#count, t("item_of", { number: this.#now + 1, total: this.#items.length }));
    const target = item ?? this.#form;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  #key(event: KeyboardEvent): void {
    const target = event.target as Element;
    // A dialog has its own keys.
    if (event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") this.#close();
    else if (target.matches(TYPED)) return;
    else if (event.key in STEPS && !(event.key.startsWith("Arrow") && target.matches("input"))) this.#step(event);
    else if (/^[1-9]$/.test(event.key)) this.#answer(Number(event.key));
  }

  #step(event: KeyboardEvent): void {
    if (!this.#items.length) return;
    event.preventDefault();
    this.#show(this.#now + (STEPS[event.key] as number));
  }

  /** Give the item its first, second … answer. */
  #answer(number: number): void {
    const radio = this.#items[this.#now]?.querySelectorAll<HTMLInputElement>("input[type='radio']")[number - 1];
    radio?.click();
  }

  #close(): void {
    this.#listeners.abort();
    this.#bar.remove();
    for (const [element, name] of this.#marked) element.classList.remove(name);
    for (const item of [...this.#items, this.#form]) {
      item.classList.remove("iv-large__now");
      item.removeAttribute("tabindex");
    }
    this.closed();
  }
}

const holder = self as typeof self & { kit: { projector?: { show: typeof show } } };
holder.kit.projector = { show };
