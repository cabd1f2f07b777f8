/** The dialog in which answers are shared as a link, or as a file where they are too long for one. */
import { address } from "../catalogue";
import { savedFrom } from "../answers";
import { LONGEST_LINE } from "../caps";
import { button, made, tell } from "../dom";
import type { Bundle } from "../model";
import { nameOf } from "../projects";
import type { Shelf } from "../shelf";
import { t, told } from "../words";
import { choice, entry, fieldIn, Frame, group } from "./frame";
import { gathered, isEmpty, lightened, signed } from "./gather";
import type { Scope } from "./gather";
import { ratingsOf } from "./merge";
import { canPack, linkTo } from "./pack";
import { phrase } from "./phrase";
import { saveAs } from "./saving";

export class Sharing {
  readonly #frame = new Frame(t("share_title"));
  readonly #link = entry("link", t("share_link"));
  readonly #notes = choice("checkbox", "notes", "notes", false, t("share_notes"));
  readonly #name: HTMLLabelElement;
  readonly #whole: HTMLLabelElement;
  readonly #warning = made("p", "iv-quiet", t("share_warning"));
  readonly #instead = made("p");
  readonly #copy = button("copy-link", t("copy_link"), "iv-button");
  readonly #send = button("send-link", t("send_link"), "iv-button");
  #turn = 0;

  /** `title` is the checklist's; `project` is what the project is called. */
  constructor(
    readonly shelf: Shelf,
    readonly scope: Scope,
    readonly title: string,
    readonly project: string,
  ) {
    const name = (this.#rated && savedFrom(this.#raw)?.name) || "";
    this.#name = entry("name", t("who_answers"), name, LONGEST_LINE);
    this.#whole = choice("radio", "what", "project", false, ...phrase(t("share_whole"), { project }));
    const field = fieldIn(this.#link);
    field.readOnly = true;
    field.dataset.shareLink = "";
    this.#build();
    void this.#refresh();
  }

  #build(): void {
    const file = button("save-file", t("save_file"), "iv-button");
    const one = choice("radio", "what", "checklist", true, ...phrase(t("share_one"), { title: this.title }));
    const what = this.scope.place ? [group(t("share_what"), one, this.#whole)] : [];
    const links = made("p", "iv-dialog__actions", this.#copy, this.#send);
    const inLink = made("div", "iv-dialog__part", this.#notes, this.#link, links, this.#warning);
    const inFile = made("div", "iv-dialog__part", this.#instead, made("p", "iv-dialog__actions", file));
    const content = made("div", "iv-dialog__body", ...what, this.#name, inLink, inFile);
    content.addEventListener("input", () => void this.#refresh());
    this.#frame.fill([content]);
    this.#copy.addEventListener("click", () => void this.#copied());
    this.#send.addEventListener("click", () => void this.#sent());
    file.addEventListener("click", () =>
      this.#frame.say(saveAs(this.#isOne ? this.title : this.project, this.#bundle, new Date())),
    );
  }

  /** Make the link anew; the last change wins. */
  async #refresh(): Promise<void> {
    const turn = ++this.#turn;
    const [bundle, page] = [this.#bundle, this.#isOne ? here() : address(told().plan)];
    const isMade = canPack() && !isEmpty(bundle);
    const link = isMade ? await linkTo(page, lightened(bundle, fieldIn(this.#notes).checked)) : null;
    if (turn !== this.#turn) return;
    fieldIn(this.#link).value = link ?? "";
    this.#name.hidden = !this.#isOne || !this.#rated;
    for (const one of [this.#link, this.#copy, this.#warning]) one.hidden = link === null;
    this.#send.hidden = link === null || !("share" in navigator);
    tell(this.#instead, link ? t("share_file") : why(bundle));
    this.#frame.say();
  }

  async #copied(): Promise<void> {
    const field = fieldIn(this.#link);
    try {
      await navigator.clipboard.writeText(field.value);
      this.#frame.say(t("link_copied"));
    } catch {
      field.focus();
      field.select();
      this.#frame.say(t("link_marked"));
    }
  }

  async #sent(): Promise<void> {
    const title = this.#isOne ? this.title : this.project;
    // A reader who thinks better of it is no fault.
    await navigator.share({ title, url: fieldIn(this.#link).value }).catch(() => undefined);
  }

  get #isOne(): boolean {
    return Boolean(this.scope.place) && !fieldIn(this.#whole).checked;
  }

  get #raw(): string | null {
    const { project, place } = this.scope;
    return place ? this.shelf.get(nameOf(project.id, place)) : null;
  }

  /** Whether it is somebody's assessment. */
  get #rated(): boolean {
    const saved = savedFrom(this.#raw);
    return Boolean(saved && Object.keys(ratingsOf(saved)).length);
  }

  get #bundle(): Bundle {
    const { project } = this.scope;
    const bundle = gathered(this.shelf, [this.#isOne ? this.scope : { project }], new Date());
    const name = fieldIn(this.#name).value.trim();
    return this.#isOne && this.#rated && name ? signed(bundle, name) : bundle;
  }
}

function here(): string {
  return location.href.replace(/[?#].*$/s, "");
}

function why(bundle: Bundle): string {
  if (isEmpty(bundle)) return t("share_nothing");
  return canPack() ? t("share_too_long") : t("share_no_links");
}
