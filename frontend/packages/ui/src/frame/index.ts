export { AppFrame, type AppFrameProps } from "./AppFrame";
export { AppHeader, FindButton, type AppHeaderProps, type FindButtonProps } from "./AppHeader";
export { BOTTOM_ITEM, BottomBar, type BottomBarProps } from "./BottomBar";
export { Drawer, type DrawerProps } from "./Drawer";
export { KeyList, type KeyListProps } from "./KeyList";
export { NAV, NavCount } from "./nav";
export { Notes, NoteSign, type NotesProps, type Severity } from "./Notes";
export { OfflineNote, type OfflineNoteProps } from "./OfflineNote";
export { TitleProvider, useCrumbs, usePageTitle, type TitlePath } from "./title";
