/** Loaded on the click: makes Excel files. */
import type { Writer } from "./takeaway";
import { workbookOf } from "./takeaway/workbook";

const writer: Writer = { blobOf: workbookOf };
(self as typeof self & { kit: { xlsx?: Writer } }).kit.xlsx = writer;
