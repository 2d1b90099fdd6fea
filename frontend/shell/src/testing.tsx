import { createApi, PlatformProvider, Problem } from "@plexica/api-client";
import type { Call, Http, Me, Platform } from "@plexica/api-client";
import { LinkProvider } from "@plexica/ui";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach } from "vitest";
import { Feedback } from "./common/Feedback";
import { RouterLink } from "./frame/RouterLink";
import { loadNamespaces } from "./i18n/i18n";
import { MeProvider } from "./state/me";

afterEach(cleanup);

/** What a platform answers, by method and path below `/api/v1`: a body, a problem, or what makes one of a call. */
export type Answers = Record<string, unknown>;

type Answering = (init: Call, query: URLSearchParams) => unknown;

/** A body with the version of it. */
export function versioned(body: unknown, etag: string): Response {
  return new Response(JSON.stringify(body), { headers: { ETag: etag } });
}

const ME: Me = {
  user: { id: "u1", email: "ada@acme.example", firstName: "Ada", lastName: "Admin", status: "ACTIVE" },
  superAdmin: false,
  tenant: { slug: "acme", name: "Acme", plan: "pro", theme: {} },
  workspace: null,
  workspaces: [],
  roles: ["admin"],
  permissions: ["*"],
  plugins: [],
} as unknown as Me;

export function problem(status: number, code: string, detail: string): Problem {
  return new Problem(status, { code, detail });
}

/** Draws a page at an address within all that the shell puts around it, on a platform that answers as is said here. */
export async function draw(page: ReactNode, answers: Answers, at = "/") {
  const asked: string[] = [];
  const http: Http = async (path, init = {}) => {
    const { method = "GET" } = init;
    const call = `${method} ${path.replace("/api/v1", "").replace(/\?.*/, "")}`;
    asked.push(call);
    const given = answers[call];
    const answer =
      typeof given === "function" ? await (given as Answering)(init, new URLSearchParams(path.split("?")[1])) : given;
    if (answer instanceof Problem) throw answer;
    if (answer instanceof Response) return answer;
    if (answer === undefined) throw problem(404, "not-found", `Nothing is answered to ${call}`);
    return new Response(JSON.stringify(answer));
  };
  const none = { subscribe: () => () => {} };
  const platform = {
    boot: { base: "", tenant: "acme" },
    http,
    api: createApi(http),
    workspace: { ...none, current: () => undefined, choose: () => {} },
    session: { ...none, state: () => "in" },
    live: { ...none, state: () => "live" },
    onProblem: () => () => {},
  } as unknown as Platform;
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createMemoryRouter([{ path: "*", element: page }], { initialEntries: [at] });
  await loadNamespaces("shell");
  const drawn = render(
    <PlatformProvider value={platform}>
      <QueryClientProvider client={client}>
        <MeProvider me={ME}>
          <LinkProvider component={RouterLink}>
            <Feedback>
              <RouterProvider router={router} />
            </Feedback>
          </LinkProvider>
        </MeProvider>
      </QueryClientProvider>
    </PlatformProvider>,
  );
  return { ...drawn, asked, router, client };
}
