/** What readers take away: words ready to be read, values ready to be computed with, whatever the format. */
import type { Sheet, Takeaway } from "../model";
import { dateInWords, t, today, told } from "../words";
import { eventsOf } from "./events";
import { filledIn } from "./filled";
import type { Filled, Scope, Site } from "./filled";
import { planSheet } from "./plan";
import { sheetsOf } from "./sheets";
import { cleaned } from "./text";

/** One checklist, or a whole project with its plan first. Any answers that the site can open can be taken away. */
export function takeawayOf(scope: Scope, site: Site, now: Date): Takeaway {
  const parts = filledIn(scope, site);
  const [one] = scope.place ? parts : [];
  const name = scope.project.name || t("own_project");
  return cleaned({
    lang: told().lang,
    title: one ? titleOf(one) : `${t("my_plan")}: ${name}`,
    site: told().site,
    head: [
      [t("organisation"), scope.project.organisation ?? ""],
      [t("project"), name],
      [t("responsible"), scope.project.owner ?? ""],
      [t("date"), dateInWords(today(now))],
      [t("page_address"), one ? one.page : site.plan],
      ...(one ? [[t("version"), one.checklist.rev] as [string, string]] : []),
    ],
    sheets: one ? sheetsOf(one) : [planSheet(scope, site, now), ...parts.flatMap(sheetsInProject)],
    events: parts.flatMap((part) => eventsOf(part, (id) => uidOf(scope, part, id, site))),
  });
}

function titleOf({ tool, checklist }: Filled): string {
  return [tool, checklist.title].filter(Boolean).join(": ");
}

/** Among others, a sheet says which tool it belongs to, and its version. */
function sheetsInProject(part: Filled): Sheet[] {
  const version = `${t("version")} ${part.checklist.rev}`;
  return sheetsOf(part).map((sheet) => {
    const summary = [part.tool, sheet.summary, part.checklist.rev && version].filter(Boolean).join(" · ");
    return { ...sheet, summary };
  });
}

/** Two exports of one thing must have one id: calendars would show it twice. */
function uidOf({ project }: Scope, { place }: Filled, id: string, { host }: Site): string {
  return `${project.id}-${place.replace("/", "-")}-${id}@${host}`;
}
