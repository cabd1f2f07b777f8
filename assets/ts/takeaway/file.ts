/** A file with a readable name, made here and kept here: nothing is sent. */
import type { Takeaway } from "../model";

const LONGEST_NAME = 90;

/** As in “Styregruppe – Før gruppen nedsættes – 2026-11-22.docx”; no character that Windows refuses. */
export function fileName({ title }: Pick<Takeaway, "title">, day: string, ending: string): string {
  const name = title
    .replace(/:\s+/g, " – ")
    .replace(/\s+/g, " ")
    .replace(/[<>:"/\\|?*\p{C}]/gu, "")
    .replace(/^[. ]+/, "");
  const short = [...name].slice(0, LONGEST_NAME).join("").trim();
  return `${[short, day].filter(Boolean).join(" – ")}.${ending}`;
}

/** Hand a file to the reader's browser as a download. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  // Some browsers only follow links that are in the page.
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
