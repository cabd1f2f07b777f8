/** The shapes that the scripts share: what the site defines, what readers save, what they take away. */

import type { Foreign } from "./tongue";

/** Lower-case words with hyphens, as in `steering-group`; the site's ids and the readers' rows. */
export type Id = string;
/** `<tool>/<checklist>`: where a checklist's answers are found in a project. */
export type Place = string;
export type Kind = "checklist" | "assessment" | "worksheet" | "table";
export type Light = "done" | "part" | "none" | "skip";

/** One tool in one language, as its data script tells it. */
export interface Tool {
  id: Id;
  title: string;
  checklists: Checklist[];
  /** Ids that were renamed, each with the new one. */
  aliases?: Record<Id, Id>;
  /** Those of its texts that are in another language than the page. */
  foreign?: Foreign;
}

/** A checklist of any kind; the fields that its kind lacks are empty. `rev` is the digest of its texts. */
export interface Checklist {
  id: Id;
  kind: Kind;
  title: string;
  rev: string;
  items: Item[];
  dimensions: { id: Id; text: string }[];
  columns: Column[];
  examples: { id: Id; values: Record<Id, string> }[];
  views: string[];
  /** When an agenda begins, as in `09:00`; empty where it has no time. */
  start: string;
}

export interface Item {
  id: Id;
  text: string;
  help?: string;
  helps?: Id[];
  core?: boolean;
  levels?: { 1: string; 3: string; 5: string };
  dimension?: Id;
  type?: "text" | "long" | "choice" | "number" | "date" | "check";
  choices?: Choice[];
}

export interface Column {
  id: Id;
  text: string;
  type: "text" | "long" | "choice" | "number" | "minutes" | "date" | "check" | "status";
  role?: "title" | "owner" | "minutes" | "start" | "end" | "milestone" | "x" | "y" | "status";
  choices?: Choice[];
}

export interface Choice {
  id: Id;
  text: string;
  value?: number;
}

/** Where a tool's page and its data script are; both below the site's root. */
export interface ToolEntry {
  title: string;
  /** The title's language, where it is not the page's. */
  lang?: string;
  page: string;
  script: string;
}

/** The answers to one checklist; the same in all languages. */
export interface Saved {
  v: 1;
  /** The revision of the checklist when it was last saved. */
  rev: string;
  /** When it was last changed: ISO 8601 in UTC. */
  at: string;
  /** The ids of the items that the reader had before them, so that new ones can be pointed out. */
  seen: Id[];
  /** By item: answers, ratings, fields. Ids that the checklist no longer has stay. */
  items: Record<Id, Answer>;
  /** A table's rows in order; absent as long as nobody has touched them. Empty rows at the end are not kept. */
  rows?: Row[];
  /** An agenda's day (`2026-11-22`), beginning and end (`09:00`), where the reader chose them. */
  day?: string;
  start?: string;
  end?: string;
  /** An assessment: whose answers `items` are (a role or group), what others answered, and earlier rounds. */
  name?: string;
  voices?: Voice[];
  rounds?: Round[];
}

/** What stands at one item. `text` is its wording when it was answered, shown should the item be taken away. */
export interface Answer {
  answer?: Light;
  note?: string;
  owner?: string;
  /** A date as in `2026-11-22`. */
  due?: string;
  rating?: number;
  /** A worksheet's field: text, a choice's id, a date, or `true`. */
  value?: string;
  text?: string;
}

/** One row. An example that nobody changed has no cells: its words are the site's, in the page's language. */
export interface Row {
  id: Id;
  example?: true;
  cells: Record<Id, string>;
}

/** One respondent's ratings from 1 to 5 by item. */
export interface Voice {
  name: string;
  ratings: Record<Id, number>;
}

/** The answers of one round, closed on a date as in `2026-11-22`. */
export interface Round {
  date: string;
  voices: Voice[];
}

/** A named effort with its own answers (“indsats”, “insats”). An empty name is shown as the site's word for “our effort”. */
export interface Project {
  id: Id;
  name: string;
  organisation?: string;
  owner?: string;
}

/** What is handed over by link or file: one checklist, one project or all of them. */
export interface Bundle {
  format: "kit-answers";
  v: 1;
  /** ISO 8601 in UTC. */
  made: string;
  projects: BundledProject[];
}

export interface BundledProject {
  name: string;
  organisation?: string;
  owner?: string;
  checklists: Record<Place, Saved>;
}

/** What is taken away to Word, Excel, CSV or a calendar: words ready to be read, values ready to be computed with. */
export interface Takeaway {
  /** BCP 47, as in `da`. */
  lang: string;
  /** As in “Styregruppe: Før gruppen nedsættes” or “Min plan”. */
  title: string;
  site: string;
  /** Names and values of the head lines, as in [“Organisation”, “Eksempelkommunen”]; values may be empty. */
  head: [name: string, value: string][];
  sheets: Sheet[];
  events: CalendarEvent[];
}

/** A table with a heading. */
export interface Sheet {
  title: string;
  /** One sentence under the heading, as in “5 af 12 på plads”; may be empty. */
  summary: string;
  columns: SheetColumn[];
  rows: Cell[][];
}

/** `width` is a share: 1 is a short word, 4 a sentence. */
export interface SheetColumn {
  head: string;
  type: "text" | "date" | "number" | "check";
  width: number;
}

/** Text, a number, a date as `2026-11-22` wherever it stands, true or false in a check column, or nothing. */
export type Cell = string | number | boolean | { date: string } | null;

/** Something in a calendar: a whole day (`date`), or a meeting from `start` (`09:00` local time) for so many minutes. */
export interface CalendarEvent {
  /** The same each time the same thing is exported. */
  uid: string;
  title: string;
  description: string;
  date: string;
  start?: string;
  minutes?: number;
  /** The page it came from. */
  url: string;
}
