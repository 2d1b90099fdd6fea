import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { Button } from "../actions/Button";
import { draw } from "../testing";
import { Dialog } from "./Dialog";

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Disable CRM</Button>
      {open && (
        <Dialog
          title="Disable CRM?"
          description="31 people lose its pages at once."
          onClose={() => setOpen(false)}
          actions={<Button variant="primary">Disable it</Button>}
        >
          <input aria-label="Reason" />
        </Dialog>
      )}
    </>
  );
}

function open() {
  draw(<Page />);
  const opener = screen.getByRole("button", { name: "Disable CRM" });
  opener.focus();
  fireEvent.click(opener);
  return opener;
}

describe("a dialog", () => {
  it("takes the focus to what is asked for, and is named and described", () => {
    open();
    const dialog = screen.getByRole("dialog", { name: "Disable CRM?" });
    expect(document.activeElement).toBe(screen.getByLabelText("Reason"));
    expect(dialog.getAttribute("aria-describedby")).toBeTruthy();
  });

  it("keeps the focus inside", () => {
    open();
    const last = screen.getByRole("button", { name: "Disable it" });
    last.focus();
    fireEvent.keyDown(last, { key: "Tab" });
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Close" }));
    fireEvent.keyDown(document.activeElement!, { key: "Tab", shiftKey: true });
    expect(document.activeElement).toBe(last);
  });

  it("goes with Esc, and the focus goes back", () => {
    const opener = open();
    fireEvent.keyDown(screen.getByLabelText("Reason"), { key: "Escape" });
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it("makes way for one that stands alone, and comes back as it was", () => {
    open();
    const reason = screen.getByLabelText<HTMLInputElement>("Reason");
    fireEvent.change(reason, { target: { value: "Nobody uses it" } });
    const { unmount } = draw(<Dialog alone title="Your session has ended" />);
    const under = reason.closest("dialog");
    expect(under?.open).toBe(false);
    expect(screen.getByRole<HTMLDialogElement>("dialog", { name: "Your session has ended" }).open).toBe(true);
    unmount();
    expect(under?.open).toBe(true);
    expect(reason.value).toBe("Nobody uses it");
    expect(document.activeElement).toBe(reason);
  });

  it("stays hidden where it opens beside one that stands alone", () => {
    const { unmount } = draw(<Dialog alone title="Your session has ended" />);
    open();
    const under = screen.getByLabelText("Reason").closest("dialog");
    expect(under?.open).toBe(false);
    unmount();
    expect(under?.open).toBe(true);
  });
});
