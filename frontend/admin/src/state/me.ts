import type { Me } from "@plexica/api-client";
import { createContext, useContext } from "react";

export const MeContext = createContext<Me | null>(null);

/** The super admin who is signed in. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) {
    throw new Error("Nobody is signed in here");
  }
  return me;
}
