/** Handing answers over, by link and by file. Loaded when a reader asks for it, or comes with a link of ours. */
import { projectsOn } from "./projects";
import { made } from "./dom";
import type { Bundle } from "./model";
import { entry, fieldIn, Frame } from "./handover/frame";
import type { Fault } from "./handover/fault";
import { bundleOf, MOST_BYTES } from "./handover/file";
import { gathered } from "./handover/gather";
import type { Scope } from "./handover/gather";
import { known } from "./handover/labels";
import { show } from "./handover/opening";
import { bundleIn } from "./handover/pack";
import { saveAs } from "./handover/saving";
import { Sharing } from "./handover/sharing";
import { shelfOf } from "./shelf";
import { t } from "./words";

const shelf = shelfOf((document.currentScript as HTMLScriptElement).src);

/** Let the reader share a checklist or a project. */
async function share(scope: Scope): Promise<void> {
  new Sharing(shelf, scope, await titleOf(scope), nameOf(scope));
}

/** Save one checklist, one project or all of them as a file. */
async function saveFile(scope: Scope | "all"): Promise<void> {
  const scopes = scope === "all" ? projectsOn(shelf).list.map((project) => ({ project })) : [scope];
  const title = scope === "all" ? t("all_projects") : await titleOf(scope);
  const wrong = saveAs(title, gathered(shelf, scopes, new Date()), new Date());
  if (wrong) new Frame(t("save_file")).say(wrong);
}

/** Let the reader choose a file and decide what becomes of it. */
async function openFile(_scope: Scope): Promise<void> {
  const frame = new Frame(t("take_title"));
  const label = entry("file", t("take_file"));
  const field = fieldIn(label);
  Object.assign(field, { type: "file", accept: ".json,application/json" });
  field.addEventListener("change", () => void opened(frame, field));
  frame.fill([made("p", "", t("take_choose")), label]);
  field.focus();
  // Where the browser still sees the reader's click, the choice opens at once.
  if (navigator.userActivation?.isActive) field.click();
}

/** Take in what a link of ours brought in its fragment. */
async function arrive(fragment: string): Promise<void> {
  await show(new Frame(t("take_title")), shelf, await bundleIn(fragment));
}

async function opened(frame: Frame, field: HTMLInputElement): Promise<void> {
  const file = field.files?.[0];
  if (!file) return;
  await show(frame, shelf, await read(file));
  // The same file, once it is mended, can be chosen again.
  field.value = "";
}

async function read(file: File): Promise<Bundle | Fault> {
  if (file.size > MOST_BYTES) return "file-large";
  try {
    return bundleOf(await file.arrayBuffer());
  } catch {
    return "file-unread";
  }
}

async function titleOf({ project, place }: Scope): Promise<string> {
  if (!place) return nameOf({ project });
  return (await known([place])).get(place)?.title ?? place;
}

function nameOf({ project }: Scope): string {
  return project.name || t("own_project");
}

(self as typeof self & { kit: object }).kit = Object.assign((self as typeof self & { kit?: object }).kit ?? {}, {
  handover: { share, saveFile, openFile, arrive },
});
