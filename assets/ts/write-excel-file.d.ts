/** What the package keeps inside: its own doors zip large texts in workers, which the site's policy refuses. */
declare module "*/write-excel-file/modules/export/writeXlsxFileUniversal.js" {
  import type { Options, Sheet } from "write-excel-file/universal";
  export function generateXlsxFileSync(sheets: Sheet<Blob>[], options: Options<Blob>): Promise<Blob>;
}
