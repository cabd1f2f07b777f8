/** What the plan page does beside what every page does. */
import { arrive } from "./actions";
import { PlanPage } from "./plan/page";
import { shelfOf } from "./shelf";

const { src } = document.currentScript as HTMLScriptElement;

const root = document.querySelector<HTMLElement>(".iv-plan");
if (root) {
  const page = new PlanPage(root, shelfOf(src));
  void page.read();
  void arrive(page.say);
}
