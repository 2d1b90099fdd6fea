/** What roles and policies have in common: where they are kept, shown and what is told of them. */
export interface Resource<V, D> {
  /** Where the platform lists them. */
  path: "/roles" | "/policies";
  /** Where one goes when done. */
  page: string;
  /** Policies are replaced, roles changed. */
  method: "PUT" | "PATCH";
  /** What else may be otherwise after one of them has changed. */
  touches: readonly string[];
  draftOf(view: V): D;
  bodyOf(draft: D): unknown;
  /** Keys of what is said afterwards. */
  saved: string;
  created: string;
}
