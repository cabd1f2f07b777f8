/** What can be wrong with what a reader is sent, each with one sentence that says what to do. */
import { MOST_PROJECTS } from "../projects";
import { t } from "../words";

export type Fault =
  | "link-large"
  | "link-unread"
  | "link-torn"
  | "link-strange"
  | "file-large"
  | "file-unread"
  | "file-torn"
  | "file-strange"
  | "newer"
  | "empty"
  | "projects-many"
  | "rows-many"
  | "full";

/** The sentence for a fault. */
export function sentenceFor(fault: Fault): string {
  const sentences: Record<Fault, string> = {
    "link-large": t("fault_link_large"),
    "link-unread": t("fault_link_unread"),
    "link-torn": t("fault_link_torn"),
    "link-strange": t("fault_link_strange"),
    "file-large": t("fault_file_large"),
    "file-unread": t("fault_file_unread"),
    "file-torn": t("fault_file_torn"),
    "file-strange": t("fault_file_strange"),
    newer: t("fault_newer"),
    empty: t("fault_empty"),
    "projects-many": t("fault_projects_many", { number: MOST_PROJECTS }),
    "rows-many": t("fault_rows_many"),
    full: t("fault_full"),
  };
  return sentences[fault];
}
