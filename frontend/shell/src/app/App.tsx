import { PlatformProvider, useSessionState } from "@plexica/api-client";
import type { Platform } from "@plexica/api-client";
import { QueryClientProvider } from "@tanstack/react-query";
import type { QueryClient } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Words } from "./Words";

const Outside = lazy(() => import("../pages/outside/Outside"));
const SignedIn = lazy(() => import("./SignedIn"));

/** The application: outside, where nobody is signed in, or inside. */
export function App({ platform, client }: { platform: Platform; client: QueryClient }) {
  return (
    <PlatformProvider value={platform}>
      <QueryClientProvider client={client}>
        <Words>
          <Suspense fallback={null}>{platform.boot.tenant ? <Door /> : <Outside state="no-tenant" />}</Suspense>
        </Words>
      </QueryClientProvider>
    </PlatformProvider>
  );
}

function Door() {
  const state = useSessionState();
  return state === "in" || state === "ended" ? <SignedIn /> : <Outside state={state} />;
}
