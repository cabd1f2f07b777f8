/** The typography of Word documents: serif headings, plain text, ink on paper. */
import type { IStylesOptions } from "docx";

export const INK = "211C1A";
const SERIF = "Cambria";
const SANS = "Calibri";

/** Paragraph styles of our own: the lines below the title, what is said more quietly, and the text in tables. */
export const HEAD_LINE = "KitHeadLine";
export const QUIET = "KitQuiet";
export const CELL = "KitCell";

/** The styles, in the language that the words are in: spelling and screen readers go by it. Sizes are in half points. */
export function stylesOf(lang: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: SANS, size: 21, color: INK, language: { value: localeOf(lang) } },
        paragraph: { spacing: { after: 120 } },
      },
      heading1: heading(40, 0, 160),
      heading2: heading(28, 400, 80),
      // For those who write on: Word's own are blue.
      heading3: heading(24, 280, 60),
      heading4: heading(22, 240, 60),
      hyperlink: { run: { color: INK, underline: {} } },
    },
    paragraphStyles: [
      {
        id: HEAD_LINE,
        name: "Kit Head Line",
        basedOn: "Normal",
        quickFormat: true,
        paragraph: { spacing: { after: 20 } },
      },
      {
        id: QUIET,
        name: "Kit Quiet",
        basedOn: "Normal",
        run: { size: 18, color: "5B534C" },
        paragraph: { spacing: { before: 80, after: 80 } },
      },
      { id: CELL, name: "Kit Cell", basedOn: "Normal", run: { size: 20 }, paragraph: { spacing: { after: 0 } } },
    ],
  };
}

/** Word wants a region too: `da` is `da-DK`, `sv` is `sv-SE`. */
function localeOf(lang: string): string {
  const { language, region } = new Intl.Locale(lang).maximize();
  return region ? `${language}-${region}` : language;
}

function heading(size: number, before: number, after: number) {
  return {
    run: { font: SERIF, size, bold: true, italics: false, color: INK },
    paragraph: { keepNext: true, spacing: { before, after } },
  };
}
