/** Answers into a file of the reader's. */
import type { Bundle } from "../model";
import { download, fileName } from "../takeaway/file";
import { t, today } from "../words";
import { fileOf } from "./file";
import { isEmpty } from "./gather";

/** Let the browser keep the bundle as a file called after `title`; returns a sentence where that can't be. */
export function saveAs(title: string, bundle: Bundle, now: Date): string {
  if (isEmpty(bundle)) return t("share_nothing");
  const text = fileOf(bundle);
  if (text === null) return t("fault_file_out");
  const name = fileName({ title: `${t("answer_file")}: ${title}` }, today(now), "json");
  download(new Blob([text], { type: "application/json" }), name);
  return "";
}
