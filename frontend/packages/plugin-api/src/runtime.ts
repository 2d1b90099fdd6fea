/** For the shell alone, which fills what contributions read. */
export { ExtensionsContext, PageContext, PlexicaContext } from "./context";
export type { Extensions } from "./extensions";
export type { PageHeadStore } from "./page";
