/** One search box: what is typed is answered at once, and the answers are moved through by keyboard. */
import { address } from "../catalogue";
import { made, tell } from "../dom";
import { t, told } from "../words";
import type { Engine } from "./engine";
import { lists, numberOf } from "./hits";
import { answer, meant } from "./shown";

/** So many tools are shown below a box in the head of a page, and on a page of its own. */
const [FEW, MANY] = [6, 12];
/** So long after the last key the number is said, in milliseconds. */
const PAUSE = 600;

export class Box {
  readonly #input: HTMLInputElement;
  readonly #status = made("p", "iv-hits__status");
  readonly #answers = made("div");
  readonly #panel: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly form: HTMLFormElement,
    readonly engine: Engine,
  ) {
    this.#input = form.querySelector("input") as HTMLInputElement;
    this.#status.role = "status";
    this.#answers.dataset.searchResults = "";
    this.#panel = made("div", "iv-hits", this.#status, this.#answers);
    this.#panel.hidden = true;
    // Clicked text takes the focus, which stays in the box by that.
    if (this.#over) this.#panel.tabIndex = -1;
    form.append(this.#panel);
    this.#input.addEventListener("input", () => this.show());
    this.#input.addEventListener("focus", () => this.show());
    form.addEventListener("keydown", (event) => this.#move(event));
    form.addEventListener("focusout", (event) => {
      if (this.#over && !form.contains(event.relatedTarget as Node | null)) this.#panel.hidden = true;
    });
    form.addEventListener("submit", (event) => {
      if (!this.#whole) return;
      event.preventDefault();
      this.#remember();
      this.#links()[0]?.focus();
    });
    if (this.#whole) addEventListener("popstate", () => this.#recall());
  }

  /** Answer what stands in the box. */
  show(): void {
    // Who has gone on to the answers keeps them.
    if (this.#answers.contains(document.activeElement)) return;
    const query = this.#input.value.trim();
    this.#panel.hidden = !query;
    const found = answer(this.engine, query, this.#whole ? MANY : FEW);
    const none = !found.tools.length && !found.others.length;
    document.documentElement.classList.toggle("iv-searching", this.#whole && !none);
    clearTimeout(this.#timer);
    if (!query) {
      this.#answers.replaceChildren();
      this.#status.textContent = "";
      if (this.#whole) this.#remember();
      return;
    }
    this.#answers.replaceChildren(...(none ? this.#instead(query) : lists(found, this.#over ? "p" : "h2")));
    this.#timer = setTimeout(() => {
      tell(this.#status, none ? t("no_hits", { query }) : numberOf(found));
      if (this.#whole) this.#remember();
    }, PAUSE);
  }

  /** Whether the box is what its page is for: the answers stay, and stand in the page's address. */
  get #whole(): boolean {
    return this.form.dataset.whole !== undefined;
  }

  /** Whether the answers lie over the page, and go when the reader does; elsewhere the page would jump. */
  get #over(): boolean {
    return this.form.classList.contains("iv-search--head");
  }

  /** What there is where nothing answers: words that may have been meant, and all tools. */
  #instead(query: string): HTMLElement[] {
    const words = meant(this.engine, query).map((word) => {
      const link = made("a", "", word);
      link.href = `${this.form.dataset.page ?? ""}?q=${encodeURIComponent(word)}`;
      return made("li", "", link);
    });
    const all = made("a", "", t("all_tools"));
    all.href = address(told().catalogue);
    const ways = made("ul", "iv-hits__places", made("li", "", all));
    if (!words.length) return [ways];
    return [made("p", "", t("did_you_mean")), made("ul", "iv-hits__places", ...words), ways];
  }

  #move(event: KeyboardEvent): void {
    if (event.key === "Escape" && !this.#panel.hidden) {
      event.preventDefault();
      this.#input.focus();
      if (this.#whole) this.#input.value = "";
      if (this.#whole) this.show();
      else this.#panel.hidden = true;
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!step || this.#panel.hidden) return;
    event.preventDefault();
    const stops: HTMLElement[] = [this.#input, ...this.#links()];
    const now = Math.max(0, stops.indexOf(document.activeElement as HTMLElement));
    stops[(now + step + stops.length) % stops.length]?.focus();
  }

  #links(): HTMLAnchorElement[] {
    return [...this.#answers.querySelectorAll("a")];
  }

  /** Put the query into the page's address, so that it can be shared. */
  #remember(): void {
    const query = this.#input.value.trim();
    const place = new URL(location.href);
    if ((place.searchParams.get("q") ?? "") === query && !place.hash.startsWith("#q=")) return;
    if (place.hash.startsWith("#q=")) place.hash = "";
    if (query) place.searchParams.set("q", query);
    else place.searchParams.delete("q");
    history.replaceState(history.state, "", place.href);
  }

  /** Take the query from the page's address. */
  #recall(): void {
    this.#input.value = new URLSearchParams(location.search).get("q") ?? "";
    this.show();
  }
}
