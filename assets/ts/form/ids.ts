/** Ids are a contract: what the form takes away is listed under `retired`, and what it renames under `aliases`. */
import { isMapping } from "./field";
import type { Plain } from "./field";

type Data = { [key: string]: Plain };
type Names = Record<string, string>;

/** What a tool says of ids that are gone: each with the new one, or those that nothing is called any more. */
export interface Gone {
  aliases: Names;
  retired: string[];
}

/** Something with an id; `list` says which list it stands in, by the key and the ids around it. */
interface Known {
  id: string;
  list: string;
  data: Data;
}

// So much of what is said must be the same, in one language, before something under another id is taken for it.
const ALIKE = 0.7;

/** Return what the file must say of ids, when `after` is written in the place of `before`. */
export function gone(before: Data, after: Data): Gone {
  const [old, now] = [known(before), known(after)];
  const left = new Set(now.map(({ id }) => id));
  const told = { ...said(before.aliases) };
  const lost = old.filter(({ id }, n) => !left.has(id) && old.findIndex((one) => one.id === id) === n);
  const fresh = now.filter(({ id }) => !old.some((one) => one.id === id));
  const renamed = pairs(lost, fresh);
  const follow = (id: string): string => renamed[id] ?? id;
  const aliases = Object.entries({ ...told, ...renamed }).map(([id, other]) => [id, follow(other)] as const);
  const stale = aliases.filter(([id, other]) => !left.has(id) && !left.has(other)).map(([id]) => id);
  const away = [...lost.map(({ id }) => id).filter((id) => !renamed[id]), ...stale];
  return {
    aliases: Object.fromEntries(aliases.filter(([id, other]) => !left.has(id) && left.has(other))),
    retired: [...new Set([...listed(before.retired), ...away])],
  };
}

/** Return what `now` says of ids that `before` did not. */
export function added(before: Gone, now: Gone): Gone {
  const news = Object.entries(now.aliases).filter(([id, other]) => before.aliases[id] !== other);
  return { aliases: Object.fromEntries(news), retired: now.retired.filter((id) => !before.retired.includes(id)) };
}

/** Return what a tool says of ids. */
export function told(data: Data): Gone {
  return { aliases: said(data.aliases), retired: listed(data.retired) };
}

/** Pair what is gone with what is new in the same list and plainly the same, the likest first. */
function pairs(lost: Known[], fresh: Known[]): Names {
  const found: Names = {};
  const taken = new Set<string>();
  const couples = lost.flatMap((old) => fresh.map((now) => ({ old: old.id, now: now.id, like: likeness(old, now) })));
  for (const { old, now } of couples.filter(({ like }) => like >= ALIKE).sort((a, b) => b.like - a.like)) {
    if (old in found || taken.has(now)) continue;
    found[old] = now;
    taken.add(now);
  }
  return found;
}

/** How much of their words two things share in the language where it is most, from 0 to 1. */
function likeness(old: Known, now: Known): number {
  if (old.list !== now.list || old.data.kind !== now.data.kind) return 0;
  const [before, after] = [wordings(old.data), wordings(now.data)];
  return Math.max(0, ...Object.keys(before).map((lang) => shared(before[lang] ?? "", after[lang] ?? "")));
}

function shared(one: string, other: string): number {
  const [left, right] = [words(one), words(other)];
  const rest = [...right];
  const both = left.filter((word) => rest.includes(word) && rest.splice(rest.indexOf(word), 1));
  return left.length ? (2 * both.length) / (left.length + right.length) : 0;
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The wordings by language that tell a thing; a row of a table is told by all that it holds. */
function wordings(data: Data): Names {
  const own = data.text ?? data.title;
  if (isMapping(own)) return said(own);
  return { "": texts(data.values).join(" ") };
}

function texts(value: Plain): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (isMapping(value)) return Object.values(value).flatMap(texts);
  return value === null || value === undefined ? [] : [String(value)];
}

/** All that has an id in a tool. */
function known(value: Plain, list = ""): Known[] {
  if (Array.isArray(value)) return value.flatMap((one) => known(one, list));
  if (!isMapping(value)) return [];
  const own = typeof value.id === "string" && value.id ? [{ id: value.id, list, data: value }] : [];
  const around = own.length ? `${list}/${String(value.id)}` : list;
  const inner = Object.entries(value).filter(([, one]) => Array.isArray(one));
  return [...own, ...inner.flatMap(([key, one]) => known(one, `${around}.${key}`))];
}

function said(value: Plain): Names {
  const pairs = isMapping(value) ? Object.entries(value) : [];
  return Object.fromEntries(pairs.flatMap(([key, one]) => (typeof one === "string" ? [[key, one]] : [])));
}

function listed(value: Plain): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
