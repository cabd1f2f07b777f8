/** Why a tool is suggested, in a sentence or two; what it does not fit is said too. */
import { count, t, told } from "../words";
import type { Chosen } from "./chosen";
import type { Listed } from "./listed";
import { asked, met } from "./suggest";

/** How a sentence says an answer, by question and value: `ledere` for `manager`. */
export type Said = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** “Det hører til fasen Planlægning og er for ledere. Men det tager 2 timer.” */
export function reason(tool: Listed, chosen: Chosen, said: Said): string {
  const fitting = met(tool, chosen);
  const missing = asked(chosen).filter((question) => !fitting.includes(question));
  const for_ = fitting.map((question) => forIt(tool, question, said[question]?.[chosen[question]?.[0] ?? ""] ?? ""));
  const against = missing.map((question) => againstIt(tool, question, said)).filter(Boolean);
  const sentences = [t("guide_fits", { reasons: listed(for_) })];
  if (against.length) sentences.push(t("guide_but", { reasons: listed(against) }));
  return sentences.join(" ");
}

/** As in “a, b og c”. */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat(told().lang, { type: "conjunction" }).format(words);
}

function forIt(tool: Listed, question: string, answer: string): string {
  if (question === "phase") return t("fits_phase", { phase: answer });
  if (question === "role") return t("fits_role", { roles: answer });
  if (question === "time") return t("fits_time", { time: length(tool.minutes) });
  return t("fits_obstacle", { obstacle: answer });
}

function againstIt(tool: Listed, question: string, said: Said): string {
  const words = (value: string): string => said[question]?.[value] ?? "";
  if (question === "phase") return t("fits_phase", { phase: words(tool.phase) });
  if (question === "role") return t("other_role", { roles: listed(tool.roles.map(words)) });
  if (question === "time") return tool.minutes ? t("other_time", { time: length(tool.minutes) }) : t("other_meetings");
  const [nearest] = tool.obstacles;
  return nearest ? t("other_obstacle", { obstacle: words(nearest) }) : "";
}

function length(minutes: number): string {
  return minutes % 60 ? count("minutes", minutes) : count("hours", minutes / 60);
}
