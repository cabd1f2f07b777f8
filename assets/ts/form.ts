/** The page with the form: Decap with our own controls and formats, and what `kit admin` made from the model. */
import { attend } from "./form/attend";
import * as cells from "./form/cells";
import { decap, rephrase } from "./form/decap";
import type { Field } from "./form/field";
import { page, tool } from "./form/format";
import { head } from "./form/head";
import type { Told } from "./form/head";
import * as saving from "./form/saving";
import * as widgets from "./form/widgets";

/** What `kit admin` made; `local` is where the server on this machine answers, or empty. */
interface Settings extends Told {
  local: string;
  formats: Record<string, Field[]>;
  phrases: Record<string, string>;
  sentences: Record<string, string>;
  decap: { locale: string; collections: { format: string; files?: { fields?: Field[] }[] }[] };
}

decap.CMS_MANUAL_INIT = true;

async function begin(): Promise<void> {
  const known = (document.documentElement.dataset.languages ?? "").split(" ");
  const wished = [localStorage.getItem("kit:form"), ...navigator.languages.map((lang) => lang.slice(0, 2))];
  const lang = wished.find((one) => one && known.includes(one)) ?? known[0] ?? "";
  const settings = (await (await fetch(`config.${lang}.json`)).json()) as Settings;
  document.documentElement.lang = lang;
  const telling = { ...settings, lang };
  head(settings, lang);
  saving.tellIds(telling);
  saving.tellReds(telling);
  attend(settings.words);
  if (settings.local) {
    saving.tellRefusals(settings.local, settings.formats, telling);
    // On this machine there is nobody to log in as; so Decap need not ask.
    localStorage.setItem("decap-cms-user", '{"backendName":"proxy"}');
  }
  for (const [name, fields] of Object.entries(settings.formats)) {
    const [format, extension] = name === "tool" ? ([tool, "yml"] as const) : ([page, "md"] as const);
    decap.CMS.registerCustomFormat(name, extension, format(fields, settings.local !== ""));
  }
  for (const { format, files } of settings.decap.collections) {
    for (const file of files ?? []) file.fields ??= settings.formats[format] ?? [];
  }
  rephrase(settings.decap.locale, settings.phrases);
  widgets.register();
  cells.register();
  decap.CMS.init({ config: settings.decap });
}

addEventListener("DOMContentLoaded", () => void begin());
