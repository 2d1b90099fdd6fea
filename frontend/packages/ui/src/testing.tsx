import { cleanup, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach } from "vitest";
import { UiProvider } from "./UiProvider";

afterEach(cleanup);

/** Draws something inside all that an application puts around it. */
export function draw(what: ReactNode) {
  return render(<UiProvider>{what}</UiProvider>);
}
