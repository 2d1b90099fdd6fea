/**
 * What a plugin's pages are written against. An entry is an ES module; a contribution's `module` in the manifest (`./contacts`)
 * is a module file beside it, whose default export is what the extension point asks for. Import `react`, `react-dom`,
 * `@plexica/ui` and this package by their names and leave them out of your bundle: the shell shares its own.
 *
 * @packageDocumentation
 */
export { isProblem } from "./api";
export type { CallOptions, Page, PluginApi, ProblemError, Query } from "./api";
export type {
  AsideAction,
  FormFields,
  FormFieldsProps,
  PageComponent,
  PageTab,
  QuickAction,
  SearchProvider,
  SearchResult,
  Subject,
  WidgetModule,
  WidgetOptions,
} from "./contributions";
export { useExtensions } from "./extensions";
export type { FieldsProps, PageExtensions } from "./extensions";
export { usePage } from "./page";
export type { PageHeadOptions } from "./page";
export { usePlexica } from "./plexica";
export type { ColorMode, Notice, Plexica, TenantInfo, UserInfo, WorkspaceInfo } from "./plexica";
