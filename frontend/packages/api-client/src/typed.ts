import createClient from "openapi-fetch";
import type { Client } from "openapi-fetch";
import type { paths } from "./generated/schema";
import type { Http } from "./http/http";

/**
 * The platform's interface as its own description has it: paths, parameters and bodies are checked by the compiler. What is no
 * success is thrown as a `Problem`, so that `data` is always there.
 */
export function typed(http: Http): Client<paths> {
  return createClient<paths>({
    baseUrl: "http://platform",
    fetch: async (request: Request) => {
      const { pathname, search } = new URL(request.url);
      const body = request.body ? await request.blob() : null;
      return http(pathname + search, {
        method: request.method,
        headers: request.headers,
        body,
        signal: request.signal,
      });
    },
  });
}
