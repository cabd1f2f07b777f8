/** What is said of saving: what was refused, what was written beside, and which field is to be put right first. */
import type { Held } from "./decap";
import { decap } from "./decap";
import type { Field, Plain } from "./field";
import { accounted, shown } from "./format";
import { coded, hush, say } from "./notice";
import { goTo, reds } from "./red";
import { line, sentence } from "./refused";
import type { Fault, Telling } from "./refused";
import { filled, short } from "./words";

interface Refusal {
  error: string;
  faults?: Fault[];
}
type Formats = Record<string, Field[]>;
type Sent = { params: { dataFiles?: { path: string; raw: string }[] } };

/** Say what was written of ids beside what was typed. */
export function tellIds({ words }: Telling): void {
  const handler = ({ entry }: { entry: Held }): void => {
    const { aliases, retired } = accounted((entry.get("data") as Held).toJS() as { [key: string]: Plain });
    const renamed = Object.entries(aliases).map(([old, now]) => `\`${old}\` → \`${now}\``);
    const away = retired.map((id) => `\`${id}\``);
    const lines = [
      ...(away.length ? [coded(filled(words.retired, { key: "`retired`", ids: away.join(", ") }))] : []),
      ...(renamed.length ? [coded(filled(words.renamed, { key: "`aliases`", ids: renamed.join(", ") }))] : []),
    ];
    if (lines.length) say(true, words.close ?? "", [words.saved ?? ""], ...lines);
    else hush();
  };
  decap.CMS.registerEventListener({ name: "postSave", handler });
}

/** Say what the server on this machine refuses, and let it stay until it is put right: Decap shows it for seconds. */
export function tellRefusals(address: string, formats: Formats, telling: Telling): void {
  const { words } = telling;
  const refuse = (...lines: (string | Node)[][]): void => {
    say(false, words.close ?? "", [words.refused ?? ""], ...lines);
  };
  const ask = self.fetch.bind(self);
  self.fetch = async (input, options) => {
    const saving = input === address && String(options?.body).includes('"persistEntry"');
    try {
      const answer = await ask(input, options);
      if (saving && !answer.ok) {
        const refusal = (await answer.clone().json()) as Refusal;
        refuse(...lines(refusal, JSON.parse(String(options?.body)) as Sent, formats, telling));
      }
      return answer;
    } catch (error) {
      if (saving) refuse([words.unreached ?? ""]);
      throw error;
    }
  };
}

function lines({ error, faults }: Refusal, sent: Sent, formats: Formats, telling: Telling): (string | Node)[][] {
  const [file] = sent.params.dataFiles ?? [];
  const name = file?.path.endsWith(".yml") ? "tool" : `page-${/docs\/([^/]+)\//.exec(file?.path ?? "")?.[1] ?? ""}`;
  const data = shown(file?.raw ?? "", name === "tool");
  const told = faults?.map((fault) => line(fault, formats[name] ?? [], data, telling));
  return told ?? [sentence(error, "", telling)];
}

/** Say which fields keep the form from being saved, whenever somebody tries to, and lead to the first. */
export function tellReds({ words }: Telling): void {
  const tried = (event: Event): void => {
    const item = event.target instanceof Element && event.target.closest("[class*=ToolbarContainer] [role=menuitem]");
    if (item && (event.type === "click" || ["Enter", " "].includes((event as KeyboardEvent).key))) {
      setTimeout(() => tellRed(words), 100);
    }
  };
  for (const type of ["click", "keydown"]) addEventListener(type, tried, true);
}

function tellRed(words: Telling["words"]): void {
  const [first, ...more] = reds();
  if (!first) return;
  const count = more.length ? ` ${filled(words.count, { count: more.length + 1 })}` : "";
  const row = first.row && `${filled(words.quote, { text: short(first.row) })}: `;
  say(false, words.close ?? "", [`${words.refused ?? ""} ${row}${first.said}${count}`]);
  goTo(first.field);
}
