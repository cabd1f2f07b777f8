/** A form of questions: what can be answered, what is, and the address in step with it. */
import { chosenFrom, queryOf } from "./chosen";
import type { Chosen, Kind, Kinds } from "./chosen";

type Control = HTMLInputElement | HTMLSelectElement;
/** What is typed is taken in when the hand rests. */
const REST = 300;

export class Asking {
  readonly kinds: Kinds;
  readonly #controls: readonly Control[];
  #rest?: ReturnType<typeof setTimeout>;

  /** `changed` is told of every change, and of what the address asks for to begin with. */
  constructor(
    readonly form: HTMLFormElement,
    readonly changed: (chosen: Chosen) => void,
  ) {
    this.#controls = [...form.querySelectorAll<Control>("input, select")];
    this.kinds = kindsOf(this.#controls);
    form.addEventListener("change", ({ target }) => {
      if (!isTyped(target as Control)) this.choose(this.chosen);
    });
    form.addEventListener("input", ({ target }) => {
      if (isTyped(target as Control)) this.#type();
    });
    // Enter must not send the form, which would load the page anew.
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("popstate", () => {
      // A link within the page comes by here too.
      if (queryOf(this.#asked) !== queryOf(this.chosen)) this.#show(this.#asked);
    });
    this.#show(this.#asked);
  }

  /** What the form says. */
  get chosen(): Chosen {
    const given = new URLSearchParams();
    for (const control of this.#controls) {
      if (!isBox(control) || control.checked) given.append(control.name, control.value);
    }
    return chosenFrom(given.toString(), this.kinds);
  }

  /** Choose these, and leave what was chosen before in the browser's history. */
  choose(chosen: Chosen): void {
    this.#move("pushState", chosen);
    this.#show(chosen);
  }

  /** Leave all questions open. */
  clear(): void {
    this.choose(chosenFrom("", this.kinds));
  }

  /** What the address asks for. */
  get #asked(): Chosen {
    return chosenFrom(location.search, this.kinds);
  }

  #show(chosen: Chosen): void {
    clearTimeout(this.#rest);
    for (const control of this.#controls) {
      const values = chosen[control.name] ?? [];
      if (isBox(control)) control.checked = control.value ? values.includes(control.value) : !values.length;
      else if (control.value.trim() !== (values[0] ?? "").trim()) control.value = values[0] ?? "";
    }
    this.changed(chosen);
  }

  /** Words replace the address: nobody goes back letter by letter. */
  #type(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#move("replaceState", this.chosen);
      this.changed(this.chosen);
    }, REST);
  }

  #move(how: "pushState" | "replaceState", chosen: Chosen): void {
    try {
      history[how](null, "", location.pathname + queryOf(chosen, location.search));
    } catch {
      // A page that was opened from a folder may not change its address.
    }
  }
}

function isBox(control: Control): control is HTMLInputElement {
  return control.type === "radio" || control.type === "checkbox";
}

function isTyped(control: Control): boolean {
  return control.type === "search";
}

function kindsOf(controls: readonly Control[]): Kinds {
  const kinds: Record<string, Kind> = {};
  for (const control of controls) {
    const before = kinds[control.name]?.values ?? [];
    const own = "options" in control ? [...control.options].map(({ value }) => value) : [control.value];
    const values = [...before, ...own].filter(Boolean);
    kinds[control.name] = isTyped(control) ? {} : { values, several: control.type === "checkbox" };
  }
  return kinds;
}
