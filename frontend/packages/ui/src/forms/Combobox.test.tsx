import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { draw } from "../testing";
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
});

describe("matching", () => {
  it("wants every word, anywhere, with or without accents", () => {
    expect(matching(people, "ROSSI marta")).toHaveLength(1);
    expect(matching(people, "acme.example")).toHaveLength(1);
    expect(matching(people, "marta verdi")).toHaveLength(0);
    expect(matching(people, " ")).toHaveLength(2);
  });
});
