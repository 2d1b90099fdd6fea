import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Button } from "../actions/Button";
import { Dialog } from "../overlay/Dialog";
import { draw } from "../testing";
import { useUndo, type Offer } from "./undo";

function Page(offer: Offer) {
  const show = useUndo();
  return <Button onClick={() => show(offer)}>Disable CRM</Button>;
}

function disable(offer: Partial<Offer> = {}) {
  const undo = vi.fn();
  const onExpire = vi.fn();
  draw(<Page text="CRM was disabled." undo={undo} onExpire={onExpire} {...offer} />);
  fireEvent.click(screen.getByRole("button", { name: "Disable CRM" }));
  return { undo, onExpire };
}
const seconds = (count: number) => {
  for (let second = 0; second < count; second++) act(() => vi.advanceTimersByTime(1000));
};

describe("an offer to undo", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is said aloud and goes after ten seconds, once", () => {
    const { undo, onExpire } = disable();
    expect(screen.getByRole("status").textContent).toContain("CRM was disabled.");
    seconds(9);
    expect(screen.queryByRole("button", { name: /Undo/ })).toBeTruthy();
    seconds(1);
    expect(screen.queryByRole("button", { name: /Undo/ })).toBeNull();
    expect(onExpire).toHaveBeenCalledOnce();
    expect(undo).not.toHaveBeenCalled();
  });

  it("waits while somebody points at it", () => {
    const { onExpire } = disable();
    const toast = screen.getByRole("button", { name: /Undo/ }).parentElement!;
    fireEvent.pointerEnter(toast);
    seconds(30);
    expect(onExpire).not.toHaveBeenCalled();
    fireEvent.pointerLeave(toast);
    seconds(10);
    expect(onExpire).toHaveBeenCalledOnce();
  });

  it("takes back what was done, and never expires then", async () => {
    const { undo, onExpire } = disable();
    await act(async () => {
      fireEvent.click(screen.getByRole("button", { name: /Undo/ }));
    });
    seconds(20);
    expect(undo).toHaveBeenCalledOnce();
    expect(onExpire).not.toHaveBeenCalled();
  });

  it("says why what was done could not be taken back", async () => {
    const { onExpire } = disable({ undo: () => Promise.reject(new Error("CRM is gone.")) });
    await act(async () => {
      fireEvent.click(screen.getByRole("button", { name: /Undo/ }));
    });
    expect(screen.queryByRole("button", { name: /Undo/ })).toBeNull();
    const said = "That could not be undone. CRM is gone.";
    expect(screen.getByRole("status").textContent).toContain(said);
    const words = within(screen.getByRole("region", { name: "Messages" })).getByText(said);
    expect(words.closest(".px-toast--bad")).toBeTruthy();
    expect(onExpire).not.toHaveBeenCalled();
  });

  it("does not take a press of another button than the first for one", async () => {
    const { undo } = disable();
    const button = screen.getByRole("button", { name: /Undo/ });
    document.elementFromPoint = () => button;
    fireEvent.pointerDown(button, { button: 2 });
    fireEvent.pointerUp(document.body, { button: 2 });
    await act(async () => {
      vi.advanceTimersByTime(1);
    });
    expect(undo).not.toHaveBeenCalled();
  });

  it("counts a press that makes no click, since the dialog around it went meanwhile", async () => {
    const { undo } = disable();
    const button = screen.getByRole("button", { name: /Undo/ });
    document.elementFromPoint = () => button;
    fireEvent.pointerDown(button);
    fireEvent.pointerUp(document.body);
    await act(async () => {
      vi.advanceTimersByTime(1);
    });
    expect(undo).toHaveBeenCalledOnce();
  });

  it("counts a press and its click once, and none that was taken elsewhere", async () => {
    const { undo } = disable();
    const button = screen.getByRole("button", { name: /Undo/ });
    document.elementFromPoint = () => document.body;
    fireEvent.pointerDown(button);
    fireEvent.pointerUp(document.body);
    await act(async () => {
      vi.advanceTimersByTime(1);
    });
    expect(undo).not.toHaveBeenCalled();
    document.elementFromPoint = () => button;
    fireEvent.pointerDown(button);
    fireEvent.pointerUp(button);
    await act(async () => {
      fireEvent.click(button);
      vi.advanceTimersByTime(1);
    });
    expect(undo).toHaveBeenCalledOnce();
  });

  it("stands within a dialog that is open, where it can be heard and used", () => {
    const { undo } = disable();
    const { unmount } = draw(<Dialog title="Settings" />);
    expect(document.querySelectorAll(".px-undo .px-toast")).toHaveLength(1);
    const dialog = within(screen.getByRole("dialog", { name: "Settings" }));
    fireEvent.click(dialog.getByRole("button", { name: /Undo/ }));
    expect(undo).toHaveBeenCalledOnce();
    unmount();
    expect(screen.getAllByRole("status")[0]?.textContent).toContain("CRM was disabled.");
  });
});
