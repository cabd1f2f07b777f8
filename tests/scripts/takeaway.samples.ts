/** A small site with a checklist of each kind, and what its scripts are told. */
import type { Checklist, Place, Saved, Tool } from "../../assets/ts/model";
import type { Scope, Site } from "../../assets/ts/takeaway/filled";

export const NOW = new Date("2026-11-22T09:30:00Z");
const NONE = { items: [], dimensions: [], columns: [], examples: [], views: [], start: "" };

const lights: Checklist = {
  ...NONE,
  id: "set-up",
  kind: "checklist",
  title: "Er styregruppen på plads?",
  rev: "3085503033ce",
  items: [
    { id: "terms", text: "Kommissoriet er skrevet", helps: ["mandate"] },
    { id: "level", text: "Medlemmerne kan beslutte" },
    { id: "purpose", text: "Hvert møde har et formål" },
  ],
};
const strength: Checklist = {
  ...NONE,
  id: "strength",
  kind: "assessment",
  title: "Hvor stærkt er mandatet?",
  rev: "c82752f15bce",
  dimensions: [{ id: "leading", text: "Ledelse" }],
  items: [
    { id: "backing", text: "Politisk opbakning", dimension: "leading" },
    { id: "money", text: "Penge og timer" },
  ],
};
const star: Checklist = {
  ...NONE,
  id: "star",
  kind: "worksheet",
  title: "Jeres designstjerne",
  rev: "aaaaaaaaaaaa",
  items: [
    { id: "aim", text: "Formål", type: "long" },
    { id: "form", text: "Form", type: "choice", choices: [{ id: "round", text: "Rundbord" }] },
    { id: "when", text: "Hvornår", type: "date" },
    { id: "people", text: "Deltagere", type: "number" },
    { id: "agreed", text: "Aftalt", type: "check" },
  ],
};
const agenda: Checklist = {
  ...NONE,
  id: "script",
  kind: "table",
  title: "Jeres drejebog",
  rev: "bbbbbbbbbbbb",
  views: ["agenda"],
  start: "09:00",
  columns: [
    { id: "length", text: "Min.", type: "minutes", role: "minutes" },
    { id: "what", text: "Punkt", type: "text", role: "title" },
    { id: "who", text: "Ansvarlig", type: "text", role: "owner" },
  ],
  examples: [{ id: "welcome", values: { length: "10", what: "Velkomst", who: "Vært" } }],
};
const time: Checklist = {
  ...NONE,
  id: "time",
  kind: "table",
  title: "Jeres tidsplan",
  rev: "cccccccccccc",
  views: ["timeline", "status"],
  columns: [
    { id: "what", text: "Aktivitet", type: "text", role: "title" },
    { id: "from", text: "Fra", type: "date", role: "start" },
    { id: "to", text: "Til", type: "date", role: "end" },
    { id: "decided", text: "Beslutning", type: "check", role: "milestone" },
    { id: "state", text: "Status", type: "status", role: "status" },
    { id: "cost", text: "Kr.", type: "number" },
  ],
  examples: [{ id: "first", values: { what: "Eksempel", to: "2027-01-01" } }],
};
const group: Tool = { id: "group", title: "Styregruppe", checklists: [lights, agenda, time] };
const mandate: Tool = { id: "mandate", title: "Mandat", checklists: [strength, star] };

export const site: Site = {
  tools: { mandate, group },
  pages: { mandate: "https://site.example/da/mandat/", group: "https://site.example/da/styregruppe/" },
  plan: "https://site.example/da/min-plan/",
  host: "site.example",
};
export const PLACES = ["group/set-up", "mandate/strength", "mandate/star", "group/script", "group/time"];

/** Words are their own keys, but for the traffic light's; scripts read them from the global. */
export const told = {
  lang: "da",
  site: "Værktøjer",
  words: { gone_item: "{title} (væk)", decision_point: "Beslut: {title}", deadline_of: "Frist: {title}" },
  answers: { done: "På plads", part: "Delvist", none: "Ikke i gang", skip: "Ikke relevant" },
  timezone: "Europe/Copenhagen",
};
Object.assign(globalThis, { self: globalThis, kit: { told } });

/** Answers with some of their fields. */
export function answers(some: Partial<Saved>): Saved {
  return { v: 1, rev: "x", at: "2026-11-20T10:00:00Z", seen: [], items: {}, ...some };
}

export const project = { id: "p2", name: "Sund by", organisation: "Nordby", owner: "Sundhedschef" };

/** One checklist with its answers. */
export function at(place: Place, some: Partial<Saved>): Scope {
  return { project, place, saved: { [place]: answers(some) } };
}
