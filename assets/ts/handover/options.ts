/** What the reader can do with a bundle: merge it, let it replace, or keep it apart in new projects. */
import { LONGEST_LINE } from "../caps";
import { made } from "../dom";
import type { Bundle, Project } from "../model";
import { LONGEST_NAME } from "../projects";
import { t } from "../words";
import { choice, entry, fieldIn, group } from "./frame";
import { freeName, namesake } from "./intake";
import type { Choice } from "./intake";
import { ratingsOf } from "./merge";
import { phrase } from "./phrase";

export class Options {
  readonly element = made("div", "iv-dialog__body");
  readonly #conflict: HTMLElement;
  readonly #voice = choice("checkbox", "voice", "voice", false, t("take_voice"));
  readonly #voiceName: HTMLLabelElement;
  readonly #help = made("p", "iv-quiet", t("take_replace_help"));
  readonly #name: HTMLLabelElement;

  /** `current` is the project that is worked on, `list` all of ours. */
  constructor(
    readonly bundle: Bundle,
    readonly current: Project,
    readonly list: readonly Project[],
    isEmpty: boolean,
  ) {
    const [first] = bundle.projects as [Bundle["projects"][0]];
    this.#name = entry("project-name", t("name"), freeName(first.name, list, t("own_project")), LONGEST_NAME);
    this.#voiceName = entry("voice-name", t("take_voice_name"), this.#respondent, LONGEST_LINE);
    this.#conflict = group(
      t("take_conflict"),
      choice("radio", "prefer", "ours", true, t("take_keep_ours")),
      choice("radio", "prefer", "theirs", false, t("take_use_theirs")),
    );
    const isApart = this.isMany || (!isEmpty && first.name !== "" && first.name !== current.name);
    this.element.append(this.#ways(isApart && !this.#isRated ? "new" : "merge"), this.#help, this.#name);
    this.element.append(this.#voice, this.#voiceName, this.#conflict);
    fieldIn(this.#voice).checked = this.#isRated && this.#respondent !== "";
    this.element.addEventListener("change", () => this.#follow());
    this.#follow();
  }

  get isMany(): boolean {
    return this.bundle.projects.length > 1;
  }

  /** What is chosen now. */
  get choice(): Choice {
    const how = this.#picked("how") as Choice["how"];
    const prefer = this.#picked("prefer") as Choice["prefer"];
    const made: Choice = { how, prefer, unnamed: t("own_project") };
    if (how === "merge" && fieldIn(this.#voice).checked) made.voice = fieldIn(this.#voiceName).value.trim();
    if (how === "new" && !this.isMany) made.name = fieldIn(this.#name).value.trim();
    return made;
  }

  /** The project of ours that each of the bundle's goes into; null for a new one. */
  get into(): (Project | null)[] {
    if (this.choice.how === "new") return this.bundle.projects.map(() => null);
    return this.isMany ? this.bundle.projects.map((one) => namesake(this.list, one)) : [this.current];
  }

  /** Ask whose answer stands only where there are two. */
  askWhose(isConflict: boolean): void {
    this.#conflict.hidden = this.choice.how !== "merge" || !isConflict;
  }

  /** What is still missing, after putting the focus there; empty where all is said. */
  missing(): string {
    const { voice, name } = this.choice;
    if (voice !== "" && name !== "") return "";
    fieldIn(voice === "" ? this.#voiceName : this.#name).focus();
    return voice === "" ? t("take_voice_missing") : t("take_name_missing");
  }

  #ways(first: Choice["how"]): HTMLElement {
    const project = { project: this.current.name || t("own_project") };
    const way = (how: Choice["how"], ...words: (Node | string)[]): HTMLElement =>
      choice("radio", "how", how, how === first, ...words);
    if (this.isMany) return group(t("take_how"), way("new", t("take_each_new")), way("merge", t("take_each_merge")));
    return group(
      t("take_how"),
      way("merge", ...phrase(t("take_merge"), project)),
      way("replace", ...phrase(t("take_replace"), project)),
      way("new", t("take_new_project")),
    );
  }

  /** Show what belongs to what is chosen. */
  #follow(): void {
    const { how, voice } = this.choice;
    this.#help.hidden = how !== "replace";
    this.#name.hidden = how !== "new" || this.isMany;
    this.#voice.hidden = how !== "merge" || !this.#isRated;
    this.#voiceName.hidden = voice === undefined;
  }

  #picked(name: string): string {
    return this.element.querySelector<HTMLInputElement>(`[name="${name}"]:checked`)?.value ?? "";
  }

  get #isRated(): boolean {
    return this.#assessments.length > 0;
  }

  /** Whose ratings they are, where the bundle says so. */
  get #respondent(): string {
    return this.#assessments.find(({ name }) => name)?.name ?? "";
  }

  get #assessments(): { name?: string }[] {
    const all = this.bundle.projects.flatMap(({ checklists }) => Object.values(checklists));
    return all.filter((one) => Object.keys(ratingsOf(one)).length);
  }
}
