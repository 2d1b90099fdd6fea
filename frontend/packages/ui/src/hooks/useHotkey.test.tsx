import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { draw } from "../testing";
import { HotkeysContext, useHotkey } from "./useHotkey";

function Keys({ keys, action }: { keys: string; action: () => void }) {
  useHotkey(keys, action);
  return <input aria-label="text" />;
}

describe("a hotkey", () => {
  it("is a letter, a sequence or a chord", () => {
    const action = vi.fn();
    draw(<Keys keys="g h" action={action} />);
    fireEvent.keyDown(document.body, { key: "h" });
    fireEvent.keyDown(document.body, { key: "g" });
    fireEvent.keyDown(document.body, { key: "h" });
    expect(action).toHaveBeenCalledOnce();
  });

  it("leaves letters to those who type", () => {
    const action = vi.fn();
    draw(<Keys keys="n" action={action} />);
    fireEvent.keyDown(screen.getByLabelText("text"), { key: "n" });
    expect(action).not.toHaveBeenCalled();
  });

  it("can be switched off where it is a letter, never where it is a chord", () => {
    const letter = vi.fn();
    const chord = vi.fn();
    draw(
      <HotkeysContext value={false}>
        <Keys keys="n" action={letter} />
        <Keys keys="mod+k" action={chord} />
      </HotkeysContext>,
    );
    fireEvent.keyDown(document.body, { key: "n" });
    fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
    expect(letter).not.toHaveBeenCalled();
    expect(chord).toHaveBeenCalledOnce();
  });
});
