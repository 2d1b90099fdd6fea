import { render, screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { useFocusHeading } from "./useFocusHeading";

function Frame({ path, children }: { path: string; children?: React.ReactNode }) {
  useFocusHeading(path);
  return (
    <>
      <a href="#there">There</a>
      <main id="main">{children}</main>
    </>
  );
}

it("waits for the heading of a page that comes late, and leaves alone who has gone on", async () => {
  vi.stubGlobal("scrollTo", () => {});
  const { rerender } = render(<Frame path="/" />);
  rerender(<Frame path="/tenants/acme">Loading</Frame>);
  rerender(
    <Frame path="/tenants/acme">
      <h1>Acme</h1>
    </Frame>,
  );
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("heading")));

  rerender(<Frame path="/users" />);
  screen.getByRole("link").focus();
  rerender(
    <Frame path="/users">
      <h1>Users</h1>
    </Frame>,
  );
  await Promise.resolve();
  expect(document.activeElement).toBe(screen.getByRole("link"));
});
