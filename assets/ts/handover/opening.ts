/** The dialog in which a reader sees what came by link or file, and decides what becomes of it. */
import { savedFrom } from "../answers";
import { button, made, tell } from "../dom";
import type { Bundle, Place, Project, Saved } from "../model";
import { currentOn, nameOf, placesIn, projectsOn } from "../projects";
import type { Shelf } from "../shelf";
import { count, dateInWords, t } from "../words";
import { listOf, numbersOf } from "./changes";
import type { Change } from "./changes";
import { difference, stateOf } from "./difference";
import type { Titles } from "./difference";
import { sentenceFor } from "./fault";
import type { Fault } from "./fault";
import type { Frame } from "./frame";
import { isEmpty } from "./gather";
import { placesOf, writesFor } from "./intake";
import type { Choice } from "./intake";
import { known, titlesOf } from "./labels";
import type { Known } from "./labels";
import { ratingsOf, withVoice } from "./merge";
import { Options } from "./options";
import { phrase } from "./phrase";
import { carryOut } from "./writes";

/** Show a bundle, or what is wrong with it; nothing is written before the reader agrees. */
export async function show(frame: Frame, shelf: Shelf, found: Bundle | Fault): Promise<void> {
  if (typeof found === "string") return frame.say(sentenceFor(found));
  if (isEmpty(found)) return frame.say(sentenceFor("empty"));
  new Opening(frame, shelf, found, await known(placesOf(found)));
}

class Opening {
  readonly #options: Options;
  readonly #numbers = made("p");
  readonly #list = made("div");
  readonly #titles: Titles;

  constructor(
    readonly frame: Frame,
    readonly shelf: Shelf,
    readonly bundle: Bundle,
    readonly names: ReadonlyMap<Place, Known>,
  ) {
    this.#titles = titlesOf(names);
    const current = currentOn(shelf);
    this.#options = new Options(bundle, current, projectsOn(shelf).list, !placesIn(shelf, current.id).length);
    const agree = button("take-in", t("take_in"), "iv-button iv-button--first");
    agree.addEventListener("click", () => this.#agreed());
    const about = made("p", "", ...this.#about(), " ", t("take_untouched"));
    this.frame.fill([about, this.#numbers, this.#options.element, this.#list], [agree], t("cancel"));
    this.#options.element.addEventListener("change", () => this.#draw());
    this.#draw();
  }

  /** Whose and from when. */
  #about(): (Node | string)[] {
    const names = this.bundle.projects.map(({ name }) => name || t("own_project"));
    const shown = [...names.slice(0, 20), ...(names.length > 20 ? ["…"] : [])];
    return phrase(t("take_from"), { project: shown.join(", "), date: dateInWords(this.bundle.made.slice(0, 10)) });
  }

  #draw(): void {
    const { choice, into } = this.#options;
    const changes = this.bundle.projects.flatMap(({ checklists }, n) =>
      Object.entries(checklists).map(([place, theirs]) => this.#change(place, theirs, into[n] ?? null, choice)),
    );
    const isReplacing = choice.how === "replace";
    this.#options.askWhose(changes.some(({ leaves }) => leaves.some((leaf) => stateOf(leaf) === "different")));
    tell(this.#numbers, numbersOf(changes, isReplacing));
    this.#list.replaceChildren(listOf(changes, isReplacing));
  }

  #change(place: Place, theirs: Saved, into: Project | null, { voice }: Choice): Change {
    const raw = into && this.shelf.get(nameOf(into.id, place));
    const ours = savedFrom(raw);
    const name = this.names.get(place) as Known;
    const isVoice = voice !== undefined && Object.keys(ratingsOf(theirs)).length > 0;
    const leaves = isVoice
      ? difference(ours, withVoice(ours, theirs, voice)).filter(({ part, id }) => part === "voice" && id === voice)
      : difference(ours, theirs, this.#titles[place]);
    return { known: name, theirs, leaves, isUnreadable: raw !== null && !ours };
  }

  #agreed(): void {
    const missing = this.#options.missing();
    if (missing) return this.frame.say(missing);
    const { choice, into } = this.#options;
    const writes = writesFor(this.shelf, this.bundle, into, choice, this.#titles, new Date());
    if (typeof writes === "string") return this.frame.say(sentenceFor(writes));
    const back = carryOut(this.shelf, writes);
    if (!back) return this.frame.say(sentenceFor("full"));
    this.#done(back);
  }

  #done(back: () => void): void {
    const undo = button("undo-take-in", t("undo"), "iv-button");
    undo.addEventListener("click", () => {
      back();
      undo.remove();
      this.frame.say(t("undone"));
      this.frame.rest();
    });
    const project = currentOn(this.shelf).name || t("own_project");
    const number = this.bundle.projects.length;
    this.frame.fill([], [undo]);
    this.frame.say(...(number > 1 ? [count("taken_in_many", number)] : phrase(t("taken_in"), { project })));
    this.frame.rest();
  }
}
