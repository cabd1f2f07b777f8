/** `<kit-checklist>`: what it adds to the form inside it — saving, restoring, undo, and what is new or gone since last time. */
import { savedFrom } from "../answers";
import type { Kind, Place, Saved } from "../model";
import { currentOn, LIST, nameOf } from "../projects";
import { aliasesIn, renamed } from "../renamed";
import { shelfOf } from "../shelf";
import type { Shelf } from "../shelf";
import { t } from "../words";
import { itemsOf } from "./kind";
import type { FormKind, Host } from "./kind";
import { kinds } from "./kinds";
import { limit } from "./limits";
import { lights } from "./lights";
import { showRetired, markNew } from "./revision";
import { sheet } from "./sheet";
import { Toolbar } from "./toolbar";
import { inTurn } from "./waking";

Object.assign(kinds(), { checklist: lights, worksheet: sheet });
const MOST_STEPS = 50;
const { src } = document.currentScript as HTMLScriptElement;

export class KitChecklist extends HTMLElement implements Host {
  form!: HTMLFormElement;
  place!: Place;
  saved!: Saved;
  #kind!: FormKind;
  #shelf!: Shelf;
  #toolbar!: Toolbar;
  #steps: Saved[] = [];
  /** The field whose typing belongs to the newest step. */
  #typing = "";
  /** What lies on the shelf as this page knows it. */
  #raw: string | null = null;
  #name = "";
  /** How far the form was when it was drawn last. */
  #said = "";

  connectedCallback(): void {
    const form = this.querySelector("form");
    const kind = kinds()[form?.dataset.kind as Kind];
    if (!form || !kind || this.form) return;
    this.form = form;
    this.#kind = kind;
    inTurn(() => this.#equip());
    inTurn(() => this.#listen());
  }

  #equip(): void {
    const { form } = this;
    this.place = `${form.dataset.tool}/${form.dataset.checklist}`;
    this.#shelf = shelfOf(src);
    this.#toolbar = new Toolbar(this, this.#shelf);
    limit(form);
    this.#kind.begin?.(this);
  }

  #listen(): void {
    const { form } = this;
    this.#restore();
    form.addEventListener("input", (event) => this.#typed(event.target as HTMLInputElement));
    for (const [field, [checked, value]] of kitGiven) {
      if (field.form !== form) continue;
      field.checked = checked;
      // Of a text, what is saved stays, too, as far as there is room: what is longer could not be opened again.
      field.value = field.maxLength > 0 ? `${field.value} ${value}`.trim().slice(0, field.maxLength) : value;
      this.#typed(field);
    }
    form.addEventListener("change", () => (this.#typing = ""));
    // Enter in a field must not send the form, which would load the page anew.
    form.addEventListener("submit", (event) => event.preventDefault());
    this.#shelf.watch((name) => {
      if (name === null || name === LIST || name === this.#name) this.#restore();
    });
  }

  get canUndo(): boolean {
    return this.#steps.length > 0;
  }

  change(next: Saved, said?: string): void {
    this.#step();
    this.#typing = "";
    this.#keep(next);
    this.#show();
    this.#toolbar.say(said ?? this.#said, said ? () => this.undo() : undefined);
  }

  undo(): void {
    const before = this.#steps.pop();
    if (!before) return;
    this.#typing = "";
    this.#keep(before);
    this.#show();
    this.announce(t("undone"));
  }

  clear(): void {
    this.change({ ...this.#blank(), rounds: this.saved.rounds }, t("cleared"));
  }

  announce(said: string): void {
    this.#toolbar.say(said);
  }

  #typed(field: HTMLInputElement): void {
    if (!field.name || field.closest("[data-apart]")) return;
    const before = this.#said;
    if (this.#typing !== field.name) this.#step();
    this.#typing = field.name;
    this.#keep(this.#kind.take(this.form, this.saved));
    this.#draw();
    if (this.#said !== before || field.type === "radio") this.announce(this.#said);
  }

  #step(): void {
    this.#steps.push(this.saved);
    if (this.#steps.length > MOST_STEPS) this.#steps.shift();
  }

  /** Save; an unreadable entry is laid aside first, so that nothing is lost. */
  #keep(next: Saved): void {
    const raw = this.#raw;
    if (raw !== null && !savedFrom(raw)) {
      // First make room: both may be more than the browser keeps.
      this.#raw = null;
      this.#shelf.set(this.#name, null);
      this.#shelf.set(`old:${this.#name}`, raw);
    }
    this.saved = { ...next, rev: this.#rev, at: new Date().toISOString(), seen: this.#ids };
    this.#raw = JSON.stringify(this.saved);
    this.#shelf.set(this.#name, this.#raw);
    this.#toolbar.savedNow();
  }

  /** Show what lies on the shelf, if it is other than what is shown. */
  #restore(): void {
    const name = nameOf(currentOn(this.#shelf).id, this.place);
    const raw = this.#shelf.get(name);
    this.#toolbar.showProject();
    if (name === this.#name && raw === this.#raw) return;
    // What another tab saved must not be undone here.
    this.#steps = [];
    this.#name = name;
    this.#raw = raw;
    const found = savedFrom(raw);
    this.saved = found ? renamed(found, aliasesIn(this.dataset.aliases)) : this.#blank();
    if (raw !== null && !found) this.announce(t("unreadable"));
    this.#show();
    markNew(this.form, this.saved.seen);
  }

  #show(): void {
    this.#kind.show(this.form, this.saved);
    showRetired(this, this.saved, this.#ids);
    this.#draw();
  }

  #draw(): void {
    this.#kind.draw?.(this.form, this.saved);
    const progress = this.#kind.progress(this.form);
    this.#said = progress.said;
    this.#toolbar.show(progress);
  }

  #blank(): Saved {
    return { v: 1, rev: this.#rev, at: new Date().toISOString(), seen: this.#ids, items: {} };
  }

  get #rev(): string {
    return this.form.dataset.rev ?? "";
  }

  get #ids(): string[] {
    return itemsOf(this.form).map(([id]) => id);
  }
}
