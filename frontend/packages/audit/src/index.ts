export { DeedIcon } from "./DeedIcon";
export { actorOf, isFailedSignIn, isNameless, momentOf, thingOf, type AuditEntry, type Known } from "./entry";
export { ExportDialog } from "./ExportDialog";
export { deedOf, plainSentence, sentenceOf, type Deed, type Say } from "./words";
