import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { Button } from "./Button";

it("acts once where somebody clicks twice, and turns pages as often as it is clicked", () => {
  const save = vi.fn((event: React.FormEvent) => event.preventDefault());
  const next = vi.fn();
  render(
    <form onSubmit={save}>
      <Button type="submit">Save</Button>
      <Button onClick={next}>Next</Button>
    </form>,
  );
  for (const name of ["Save", "Next"]) {
    fireEvent.click(screen.getByRole("button", { name }), { detail: 1 });
    fireEvent.click(screen.getByRole("button", { name }), { detail: 2 });
  }
  expect(save).toHaveBeenCalledOnce();
  expect(next).toHaveBeenCalledTimes(2);
});
