/** The menu of the reader's efforts: which one is worked on, and how to make, name, copy and delete them. */
import {
  changeProject,
  copyProject,
  currentOn,
  deleteProject,
  LIST,
  makeProject,
  projectsOn,
  switchTo,
} from "./projects";
import type { Shelf } from "./shelf";

/** Let the buttons open the menu. */
export function offerProjects(buttons: readonly HTMLButtonElement[], dialog: HTMLDialogElement, shelf: Shelf): void {
  const menu = new Menu(dialog, shelf);
  const show = (): void => {
    for (const one of buttons) (one.querySelector("span") as HTMLElement).textContent = menu.name();
    menu.show();
  };
  for (const one of buttons) {
    one.disabled = false;
    // Once the drawer is closed, if the button stands there: so focus comes back to what is seen.
    one.addEventListener("click", () => setTimeout(() => dialog.showModal()));
  }
  shelf.watch((name) => {
    if (name === null || name === LIST) show();
  });
  show();
}

class Menu {
  readonly #form: HTMLFormElement;
  readonly #back: HTMLButtonElement;
  #undo = (): void => {};

  constructor(
    readonly dialog: HTMLDialogElement,
    readonly shelf: Shelf,
  ) {
    this.#form = dialog.querySelector("form") as HTMLFormElement;
    this.#back = dialog.querySelector('[data-action="project-undo"]') as HTMLButtonElement;
    dialog.addEventListener("click", ({ target }) => this.#act((target as HTMLElement).dataset.action ?? ""));
    dialog.addEventListener("change", ({ target }) => this.#changed(target as HTMLInputElement));
    // Enter in a field keeps the name; it must not press the button that closes.
    this.#form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.target as HTMLInputElement).matches(".iv-input")) return;
      event.preventDefault();
      this.#rename();
    });
  }

  /** The project's name, or the site's word for one without. */
  name(project = currentOn(this.shelf)): string {
    return project.name || this.#word("own");
  }

  show(): void {
    const { current, list } = projectsOn(this.shelf);
    const focused = document.activeElement as HTMLInputElement | null;
    const legend = this.dialog.querySelector("legend") as HTMLElement;
    const choices = list.map((one) => choice(one.id, this.name(one), one.id === current));
    legend.parentElement?.replaceChildren(legend, ...choices);
    if (focused?.name === "project") this.dialog.querySelector<HTMLElement>(":checked")?.focus();
    const project = currentOn(this.shelf);
    for (const field of this.#fields()) {
      const value = field.name === "name" ? this.name() : (project[field.name as "owner"] ?? "");
      if (field.value !== value) field.value = value;
    }
  }

  #act(action: string): void {
    const project = currentOn(this.shelf);
    if (action === "project-rename") this.#rename();
    else if (action === "project-new") this.#made(() => makeProject(this.shelf, { name: this.#word("new") }));
    else if (action === "project-copy") {
      const name = this.#word("copy", this.name()).slice(0, 100);
      this.#made(() => copyProject(this.shelf, project.id, name));
    } else if (action === "project-delete") {
      const said = this.#word("deleted", this.name());
      this.#say(said, deleteProject(this.shelf, project.id));
    } else if (action === "project-undo") {
      this.#undo();
      this.#say(this.#word("now", this.name()));
      this.dialog.querySelector<HTMLElement>('[data-action="project-delete"]')?.focus();
    }
  }

  /** After a new one is there: its name is next. */
  #made(make: () => void): void {
    make();
    this.#say(this.#word("now", this.name()));
    const [name] = this.#fields();
    name?.focus();
    name?.select();
  }

  #changed(field: HTMLInputElement): void {
    if (field.name === "project") switchTo(this.shelf, field.value);
    else this.#rename();
  }

  #rename(): void {
    const values = Object.fromEntries(this.#fields().map(({ name, value }) => [name, value.trim()]));
    changeProject(this.shelf, currentOn(this.shelf).id, values);
    this.#say(this.#word("saved", this.name()));
  }

  #say(said: string, undo?: () => void): void {
    (this.dialog.querySelector('[role="status"]') as HTMLElement).textContent = said;
    this.#undo = undo ?? this.#undo;
    this.#back.hidden = !undo;
  }

  #fields(): HTMLInputElement[] {
    return [...this.#form.querySelectorAll<HTMLInputElement>(".iv-input")];
  }

  #word(key: string, name = ""): string {
    return (this.dialog.dataset[key] ?? "").replace("{name}", () => name);
  }
}

function choice(id: string, name: string, checked: boolean): HTMLElement {
  const [label, input] = [document.createElement("label"), document.createElement("input")];
  label.className = "iv-check";
  Object.assign(input, { type: "radio", name: "project", value: id, checked });
  label.append(input, " ", name);
  return label;
}
