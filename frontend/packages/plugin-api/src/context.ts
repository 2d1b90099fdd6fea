import { createContext } from "react";
import type { Plexica } from "./plexica";
import type { PageHeadStore } from "./page";
import type { Extensions } from "./extensions";

/** Filled by the shell around each contribution. */
export const PlexicaContext = createContext<Plexica | null>(null);

/** Filled by the shell; what other plugins add to a page of this one. */
export const ExtensionsContext = createContext<Extensions | null>(null);

/** Filled by the shell around a page. */
export const PageContext = createContext<PageHeadStore | null>(null);
