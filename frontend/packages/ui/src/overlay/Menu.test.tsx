import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { draw } from "../testing";
import { Menu } from "./Menu";
import { typeahead } from "./entries";

function menu(onSelect = vi.fn()) {
  draw(
    <Menu
      label="More for Acme"
      items={[
        { id: "open", label: "Open", to: "/tenants/acme" },
        { id: "suspend", label: "Suspend Acme", onSelect },
        { id: "export", label: "Export", onSelect, disabledReason: "An export is running." },
        "line",
        { id: "delete", label: "Delete Acme", onSelect, danger: true },
      ]}
    />,
  );
  const button = screen.getByRole("button", { name: "More for Acme" });
  button.focus();
  return { button, onSelect };
}
const press = (key: string) => fireEvent.keyDown(document.activeElement!, { key });

describe("a menu", () => {
  it("opens with the arrow at its first item, and goes round", () => {
    const { button } = menu();
    press("ArrowDown");
    expect(document.activeElement?.textContent).toBe("Open");
    press("ArrowUp");
    expect(document.activeElement?.textContent).toBe("Delete Acme");
    press("ArrowDown");
    expect(document.activeElement?.textContent).toBe("Open");
    press("Escape");
    expect(screen.queryByRole("menu")).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it("follows what is typed", () => {
    menu();
    press("ArrowDown");
    press("d");
    expect(document.activeElement?.textContent).toBe("Delete Acme");
  });

  it("does what was chosen and nothing that is off", () => {
    const { button, onSelect } = menu();
    fireEvent.click(button);
    fireEvent.click(screen.getByRole("menuitem", { name: /Export/ }));
    expect(onSelect).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole("menuitem", { name: "Suspend Acme" }));
    expect(onSelect).toHaveBeenCalledOnce();
    expect(screen.queryByRole("menu")).toBeNull();
  });

  it("closes when one clicks beside it", () => {
    const { button } = menu();
    fireEvent.click(button);
    fireEvent.pointerDown(document.body);
    expect(screen.queryByRole("menu")).toBeNull();
  });
});

describe("typing ahead", () => {
  it("goes on from where one is, and stays while a word grows", () => {
    const labels = ["Suspend", "Start", "Stop", "Open"];
    expect(typeahead(labels, "s", 0)).toBe(1);
    expect(typeahead(labels, "s", 2)).toBe(0);
    expect(typeahead(labels, "sto", 1)).toBe(2);
    expect(typeahead(labels, "x", 1)).toBe(1);
  });
});
