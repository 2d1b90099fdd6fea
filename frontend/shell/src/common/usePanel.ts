import { useCallback } from "react";
import { useSearchParams } from "react-router";

/** What is open beside a list, in the address: Back closes it. */
export function usePanel(name: string): [open: string | null, show: (id: string | null) => void] {
  const [params, setParams] = useSearchParams();
  const show = useCallback(
    (id: string | null) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        if (id === null) after.delete(name);
        else after.set(name, id);
        return after;
      }),
    [name, setParams],
  );
  return [params.get(name), show];
}
