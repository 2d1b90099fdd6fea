import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { draw } from "../testing";
import { AppHeader } from "./AppHeader";
import { Drawer } from "./Drawer";
import { OfflineNote } from "./OfflineNote";
import { TitleProvider, usePageTitle } from "./title";

function Page() {
  usePageTitle(["Tenants", "/tenants"], ["Acme"]);
  return null;
}

describe("a page's title", () => {
  it("is said in the header and in the browser's tab", () => {
    draw(
      <TitleProvider name="Plexica">
        <AppHeader>me</AppHeader>
        <Page />
      </TitleProvider>,
    );
    expect(document.title).toBe("Acme · Tenants · Plexica");
    expect(screen.getByRole("link", { name: "Tenants" }).getAttribute("href")).toBe("/tenants");
    expect(screen.getByText("Acme")).toBeTruthy();
  });
});

describe("a drawer", () => {
  it("closes where it leads somewhere, even to the page that is open", () => {
    const close = vi.fn();
    draw(
      <Drawer label="Main" head="Plexica" onClose={close}>
        <p>Nothing</p>
        <a href="#here">
          <span>Overview</span>
        </a>
      </Drawer>,
    );
    fireEvent.click(screen.getByText("Nothing"));
    expect(close).not.toHaveBeenCalled();
    fireEvent.click(screen.getByText("Overview"));
    expect(close).toHaveBeenCalledOnce();
  });
});

describe("the note that nothing is heard", () => {
  it("asks the device once whether it has a network, however often it is drawn", () => {
    const asked = vi.spyOn(window, "addEventListener");
    const { rerender } = render(<OfflineNote away={false} text="Offline" />);
    rerender(<OfflineNote away text="Offline" />);
    expect(asked.mock.calls.filter(([name]) => name === "offline")).toHaveLength(1);
    asked.mockRestore();
  });
});
