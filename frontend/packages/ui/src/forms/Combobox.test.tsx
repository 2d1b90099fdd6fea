import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { draw } from "../testing";
import { UiProvider } from "../UiProvider";
import { Combobox } from "./Combobox";
import { matching } from "./matching";

const people = [
  { value: "1", label: "Marta Rossi", description: "marta@acme.example" },
  { value: "2", label: "Niccolò Verdi" },
];

function Picker() {
  const [who, setWho] = useState<string | null>(null);
  return (
    <>
      <Combobox label="Owner" options={people} value={who} onChange={setWho} />
      <output>{who}</output>
    </>
  );
}

describe("a combobox", () => {
  it("finds by typing and chooses with the keyboard", () => {
    draw(<Picker />);
    const input = screen.getByRole("combobox", { name: "Owner" });
    fireEvent.change(input, { target: { value: "niccolo" } });
    expect(screen.getAllByRole("option")).toHaveLength(1);
    fireEvent.keyDown(input, { key: "Enter" });
    expect((input as HTMLInputElement).value).toBe("Niccolò Verdi");
    expect(input.getAttribute("aria-expanded")).toBe("false");
    fireEvent.keyDown(input, { key: "ArrowDown" });
    fireEvent.keyDown(input, { key: "ArrowUp" });
    fireEvent.keyDown(input, { key: "Enter" });
    expect((input as HTMLInputElement).value).toBe("Marta Rossi");
  });

  it("goes back to what was chosen when one leaves in the middle", () => {
    draw(<Picker />);
    const input = screen.getByRole("combobox", { name: "Owner" });
    fireEvent.change(input, { target: { value: "nobody" } });
    expect(screen.getByText("Nothing found")).toBeTruthy();
    fireEvent.blur(input);
    expect((input as HTMLInputElement).value).toBe("");
  });

  it("takes nothing of the search before while the server searches", () => {
    const onChange = vi.fn();
    const picker = (loading: boolean) => (
      <UiProvider>
        <Combobox
          label="Owner"
          options={people}
          value={null}
          onChange={onChange}
          onSearch={() => undefined}
          loading={loading}
        />
      </UiProvider>
    );
    const { rerender } = render(picker(true));
    const input = screen.getByRole("combobox", { name: "Owner" });
    fireEvent.change(input, { target: { value: "verdi" } });
    fireEvent.keyDown(input, { key: "Enter" });
    expect(onChange).not.toHaveBeenCalled();
    rerender(picker(false));
    fireEvent.keyDown(input, { key: "Enter" });
    expect(onChange).toHaveBeenCalledOnce();
  });
});

describe("matching", () => {
  it("wants every word, anywhere, with or without accents", () => {
    expect(matching(people, "ROSSI marta")).toHaveLength(1);
    expect(matching(people, "acme.example")).toHaveLength(1);
    expect(matching(people, "marta verdi")).toHaveLength(0);
    expect(matching(people, " ")).toHaveLength(2);
  });
});
