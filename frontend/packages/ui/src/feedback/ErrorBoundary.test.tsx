import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { draw } from "../testing";
import { ErrorBoundary } from "./ErrorBoundary";

describe("an error boundary", () => {
  it("keeps what breaks inside, and tries again", () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const onError = vi.fn();
    let broken = true;
    function Part() {
      if (broken) throw "not even an Error";
      return <p>Contacts</p>;
    }
    draw(
      <>
        <p>The rest</p>
        <ErrorBoundary
          onError={onError}
          fallback={(error, retry) => (
            <button type="button" onClick={retry}>
              Try again after {error.message}
            </button>
          )}
        >
          <Part />
        </ErrorBoundary>
      </>,
    );
    expect(screen.getByText("The rest")).toBeTruthy();
    expect(onError).toHaveBeenCalledOnce();
    broken = false;
    fireEvent.click(screen.getByRole("button", { name: "Try again after not even an Error" }));
    expect(screen.getByText("Contacts")).toBeTruthy();
  });
});
