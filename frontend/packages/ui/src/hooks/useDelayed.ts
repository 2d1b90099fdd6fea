import { useEffect, useState } from "react";

/** True once `active` has lasted for so many milliseconds; false again at once. */
export function useDelayed(active: boolean, milliseconds = 200): boolean {
  const [lasted, setLasted] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setLasted(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLasted(false);
    };
  }, [active, milliseconds]);
  return active && lasted;
}
