/** For the shell alone, which fills what contributions read. */
export { ExtensionsContext, PlexicaContext } from "./context";
export type { Extensions } from "./extensions";
