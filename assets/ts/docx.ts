/** Loaded on the click: makes Word files. */
import { Packer } from "docx";
import type { Writer } from "./takeaway";
import { documentOf } from "./takeaway/document";

const writer: Writer = { blobOf: (takeaway) => Packer.toBlob(documentOf(takeaway)) };
(self as typeof self & { kit: { docx?: Writer } }).kit.docx = writer;
