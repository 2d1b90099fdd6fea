import { useEffect, useState } from "react";
import type { ComponentType } from "react";
import type { RouteObject } from "react-router";
import { PageSkeleton } from "../common/PageSkeleton";
import { loadNamespaces } from "../i18n/i18n";

type Load = () => Promise<ComponentType>;

/** A page that is loaded, with its words, when somebody first goes there. */
export function page(
  path: string,
  load: () => Promise<{ default: ComponentType }>,
  ...namespaces: string[]
): RouteObject {
  const whole: Load = async () => (await Promise.all([load(), loadNamespaces(...namespaces)]))[0].default;
  return {
    ...(path === "" ? { index: true } : { path }),
    lazy: async () => ({ Component: await whole().catch(() => anew(whole)) }),
  } as RouteObject;
}

/**
 * The router keeps for ever that a page could not be loaded; this one tries again each time that somebody goes there. That helps
 * where the browser fetches a module again that it could not fetch, as Chromium does and HTML asks for since 2026. An older one
 * rejects at once until the page is loaded anew, which is what `PageCrash` does when it is asked to try again.
 */
function anew(load: Load): ComponentType {
  return function Anew() {
    const [{ Page, error }, settle] = useState<{ Page?: ComponentType; error?: unknown }>({});
    useEffect(() => {
      load().then(
        (loaded) => settle({ Page: loaded }),
        (reason: unknown) => settle({ error: reason }),
      );
    }, []);
    if (error) throw error;
    return Page ? <Page /> : <PageSkeleton />;
  };
}
