export { DeedIcon } from "./DeedIcon";
export { actorOf, isChange, isNameless, momentOf, type AuditEntry, type Known } from "./entry";
export { ExportDialog } from "./ExportDialog";
export { deedOf, plainSentence, sentenceOf, type Say } from "./words";
