/** What pages with checklists do beside what every page does. */
import { arrive } from "./actions";
import { KitChecklist } from "./checklist/element";
import { asksForLarge, showLarge } from "./checklist/large";
import { inTurn } from "./checklist/waking";
import { t } from "./words";

customElements.define("kit-checklist", KitChecklist);

const first = document.querySelector<KitChecklist>("kit-checklist");
const announce = (said: string): void => first?.announce(said);
inTurn(() => {
  void arrive(announce);
  if (!asksForLarge(location.search)) return;
  const named = document.getElementById(location.hash.slice(1))?.closest("form");
  const form = named ?? first?.form;
  if (form) showLarge(form).catch(() => announce(t("not_loaded")));
});
