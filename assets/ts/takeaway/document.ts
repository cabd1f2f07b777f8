/** A takeaway as a Word document. */
import { Document, Footer, HeadingLevel, PageNumber, PageOrientation, Paragraph, TextRun } from "docx";
import type { FileChild, ISectionOptions } from "docx";
import type { Sheet, Takeaway } from "../model";
import { t } from "../words";
import { entries, runs, table } from "./grid";
import { HEAD_LINE, QUIET, stylesOf } from "./type";

/** Columns that are wider than this together stand on a page that lies, */
const UPRIGHT = 15;
/** and those that are wider than this do not stand side by side at all. */
const ABREAST = 24;
/** A4 in twentieths of a point, with its margins. */
const PAGE = { width: 11906, height: 16838, margin: 1134 };

/** The document, ready to be packed. */
export function documentOf(takeaway: Takeaway): Document {
  const { title, lang, site, head } = takeaway;
  const creator = head[0]?.[1] || site;
  return new Document({
    title,
    creator,
    lastModifiedBy: creator,
    description: site,
    styles: stylesOf(lang),
    hyphenation: { autoHyphenation: true },
    sections: sectionsOf(takeaway),
  });
}

/** Sheets of the same orientation follow each other on the page. */
function sectionsOf(takeaway: Takeaway): ISectionOptions[] {
  const groups: { lying: boolean; children: FileChild[] }[] = [];
  takeaway.sheets.forEach((sheet, n) => {
    const lying = widthOf(sheet) > UPRIGHT && widthOf(sheet) <= ABREAST;
    if (groups.at(-1)?.lying !== lying) groups.push({ lying, children: [] });
    groups.at(-1)?.children.push(...(n ? [] : top(takeaway)), ...blockOf(sheet, takeaway, textWidth(lying)));
  });
  return groups.map(({ lying, children }) => ({
    properties: pageOf(lying),
    footers: { default: foot(takeaway) },
    children,
  }));
}

function top({ title, head }: Takeaway): FileChild[] {
  const lines = head.map(([name, value]) => {
    return new Paragraph({
      style: HEAD_LINE,
      children: [new TextRun({ text: `${name}: `, bold: true }), ...runs(value)],
    });
  });
  return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(title) }), ...lines];
}

/** One sheet under its heading; a single checklist's own heading is the document's. */
function blockOf(sheet: Sheet, { sheets }: Takeaway, width: number): FileChild[] {
  const { title, summary, columns, rows } = sheet;
  const heading = new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(title) });
  const said = summary ? [new Paragraph({ style: QUIET, keepNext: true, children: runs(summary) })] : [];
  const body =
    widthOf(sheet) > ABREAST ? entries(columns, rows) : [table(columns, rows, width), new Paragraph({ style: QUIET })];
  const nothing = [new Paragraph({ children: runs(t("nothing_filled")) })];
  return [...(sheets.length > 1 ? [heading] : []), ...said, ...(rows.length ? body : nothing)];
}

function widthOf({ columns }: Sheet): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

function pageOf(lying: boolean): ISectionOptions["properties"] {
  const { width, height, margin } = PAGE;
  const orientation = lying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    page: {
      size: { width, height, orientation },
      margin: { top: margin, right: margin, bottom: margin, left: margin },
    },
  };
}

function textWidth(lying: boolean): number {
  return (lying ? PAGE.height : PAGE.width) - 2 * PAGE.margin;
}

function foot({ title, site }: Takeaway): Footer {
  const pages = new TextRun({ children: [" · ", PageNumber.CURRENT, "/", PageNumber.TOTAL_PAGES] });
  return new Footer({ children: [new Paragraph({ style: QUIET, children: [...runs(`${site} · ${title}`), pages] })] });
}
