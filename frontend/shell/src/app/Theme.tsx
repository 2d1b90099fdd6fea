import type { Theme as TenantTheme } from "@plexica/api-client";
import { applyAccent, useMediaQuery } from "@plexica/ui";
import { createContext, useContext, useEffect, useMemo } from "react";
import type { ReactNode } from "react";
import { usePreferences } from "../state/preferences";

export type Mode = "light" | "dark";

interface Look {
  mode: Mode;
  /** The tenant's colour as it was chosen; it is made readable before it is used. */
  colour: string | undefined;
  logo: string | undefined;
}

const LookContext = createContext<Look>({ mode: "light", colour: undefined, logo: undefined });

/** The tenant's colour: themes name it as they like. */
export function accentOf(theme: TenantTheme | undefined): string | undefined {
  const { primary, accent, brand } = theme?.colors ?? {};
  return accent ?? primary ?? brand;
}

/** A picture that the page's content policy lets in; others would only leave a complaint in the browser's log. */
export function showable(picture: string | undefined): string | undefined {
  return picture && /^(data:image\/|blob:|\/(?!\/))/.test(picture) ? picture : undefined;
}

/** Light or dark by the user's choice, else the tenant's, else the system's; in the tenant's colour. */
export function Theme({ theme, children }: { theme: TenantTheme | undefined; children: ReactNode }) {
  const { preferences } = usePreferences();
  const systemIsDark = useMediaQuery("(prefers-color-scheme: dark)");
  const wanted = preferences.mode ?? theme?.mode ?? "system";
  const mode: Mode = wanted === "system" ? (systemIsDark ? "dark" : "light") : wanted;
  const colour = accentOf(theme);
  const logo = showable((mode === "dark" && theme?.logoDark) || theme?.logo);
  const favicon = showable(theme?.favicon);

  useEffect(() => {
    document.documentElement.dataset["theme"] = mode;
    applyAccent(document.documentElement, colour ?? null, mode);
  }, [mode, colour]);

  useEffect(() => {
    if (!favicon) return;
    const link = document.createElement("link");
    link.rel = "icon";
    link.href = favicon;
    document.head.append(link);
    return () => link.remove();
  }, [favicon]);

  const look = useMemo(() => ({ mode, colour, logo }), [mode, colour, logo]);
  return <LookContext value={look}>{children}</LookContext>;
}

export function useLook(): Look {
  return useContext(LookContext);
}
