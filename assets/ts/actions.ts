/** The actions that a checklist and the plan have in common: share, files, exports, print, delete. */
import { savedFrom } from "./answers";
import { later } from "./catalogue";
import type { Place, Project, Saved } from "./model";
import { printed } from "./paper";
import { forget, nameOf, placesIn } from "./projects";
import type { Undo } from "./said";
import { shelfOf } from "./shelf";
import { t } from "./words";

const { src } = document.currentScript as HTMLScriptElement;

/** What an action works on: one checklist, or without `place` a whole project. */
export interface Scope {
  project: Project;
  place?: Place;
}

export type Format = "docx" | "xlsx" | "csv" | "ics";

/** What the scripts that are loaded on the click leave behind. */
interface Loaded {
  handover?: {
    share(scope: Scope): Promise<void>;
    saveFile(scope: Scope | "all"): Promise<void>;
    openFile(scope: Scope): Promise<void>;
    arrive(fragment: string): Promise<void>;
  };
  takeaway?: { take(format: Format, scope: Scope & { saved: Record<Place, Saved> }): Promise<boolean | void> };
}

/** What listens to a container's buttons. */
export interface Panel {
  scope(): Scope;
  /** Say something politely, with a way back where there is one. */
  announce(said: string, undo?: Undo): void;
}

/** Let the buttons of a container act. A script that does not load is said in one sentence. */
export function wireActions(container: HTMLElement, panel: Panel): void {
  container.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>("button[data-action]");
    const action = button && ACTIONS[button.dataset.action ?? ""];
    if (action) action(panel).catch(() => panel.announce(t("not_loaded")));
  });
}

/** Take in what comes with the page's address, now or once it is pasted there, and take it out again. */
export async function arrive(announce: Panel["announce"]): Promise<void> {
  addEventListener("hashchange", () => void arrived(announce));
  await arrived(announce);
}

async function arrived(announce: Panel["announce"]): Promise<void> {
  const fragment = location.hash;
  if (!fragment.startsWith("#kit=")) return;
  // The whole address: a path that begins with two slashes would name another host.
  history.replaceState(history.state, "", location.href.replace(/#.*/s, ""));
  await handover().then(
    (loaded) => loaded.arrive(fragment),
    () => announce(t("not_loaded")),
  );
}

const ACTIONS: Record<string, (panel: Panel) => Promise<void>> = {
  share: async (panel) => (await handover()).share(panel.scope()),
  "save-file": async (panel) => (await handover()).saveFile({ project: panel.scope().project }),
  "save-all": async () => (await handover()).saveFile("all"),
  "open-file": async (panel) => (await handover()).openFile(panel.scope()),
  "export-json": async (panel) => (await handover()).saveFile(panel.scope()),
  "export-docx": (panel) => take("docx", panel),
  "export-xlsx": (panel) => take("xlsx", panel),
  "export-csv": (panel) => take("csv", panel),
  "export-ics": (panel) => take("ics", panel),
  print: async (panel) => printed(panel.scope().place),
  delete: async (panel) => deleteAll(panel),
};

async function handover(): Promise<NonNullable<Loaded["handover"]>> {
  await later("handover");
  return loaded().handover as NonNullable<Loaded["handover"]>;
}

async function take(format: Format, panel: Panel): Promise<void> {
  await later("takeaway");
  const scope = panel.scope();
  const made = await loaded().takeaway?.take(format, { ...scope, saved: savedIn(scope) });
  panel.announce(made === false ? t("nothing_dated") : t("file_ready"));
}

/** The answers that a scope covers, by place; what cannot be read is left out. */
export function savedIn({ project, place }: Scope): Record<Place, Saved> {
  const shelf = shelfOf(src);
  const found: Record<Place, Saved> = {};
  for (const one of place ? [place] : placesIn(shelf, project.id)) {
    const saved = savedFrom(shelf.get(nameOf(project.id, one)));
    if (saved) found[one] = saved;
  }
  return found;
}

/** Forget all that this site has stored in this browser. */
function deleteAll(panel: Panel): void {
  const shelf = shelfOf(src);
  const names = shelf.names();
  const undo = forget(shelf, names);
  panel.announce(names.length ? t("all_deleted") : t("nothing_stored"), names.length ? undo : undefined);
}

function loaded(): Loaded {
  return (self as typeof self & { kit: Loaded }).kit;
}
