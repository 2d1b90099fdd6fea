import { useCallback } from "react";
import { useSearchParams } from "react-router";

/** A word of the address's query: what a list is searched for, sorted by, filtered with. The usual value stays out of the address. */
export function useQueryState(name: string, usual = ""): [value: string, set: (value: string) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          if (value === usual) after.delete(name);
          else after.set(name, value);
          if (name !== "page") after.delete("page");
          return after;
        },
        { replace: true },
      ),
    [name, usual, setParams],
  );
  return [params.get(name) ?? usual, set];
}
