/** What is said politely about something the reader did, with a way back where there is one. */
import { button, made, tell } from "./dom";
import { t } from "./words";

/** Undoes what was done. */
export type Undo = () => void;

export class Said {
  readonly #status = made("p", "iv-status");
  readonly #back = made("p", "iv-status");
  readonly block = made("div", "iv-say", this.#status, this.#back);

  /** `rest` is where the focus goes when the way back was taken, and its button is gone. */
  constructor(readonly rest: () => HTMLElement | null) {
    this.#status.role = "status";
  }

  /** Say it; those who can see it `elsewhere` are not shown it twice. */
  say(said: string, undo?: Undo, elsewhere = ""): void {
    tell(this.#status, said);
    this.#status.classList.toggle("iv-hidden", said === elsewhere);
    this.#back.replaceChildren();
    if (undo) this.#back.append(this.#way(undo));
  }

  #way(undo: Undo): HTMLButtonElement {
    const back = button("undo-this", t("undo"));
    back.addEventListener("click", () => {
      undo();
      this.say(t("undone"));
      this.rest()?.focus();
    });
    return back;
  }
}
