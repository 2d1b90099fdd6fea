import type { Person } from "../api/types";

type Named = Pick<Person, "email" | "firstName" | "lastName">;

/** What to call somebody: the name, or the address where there is none. */
export function personName(person: Named): string {
  const name = [person.firstName, person.lastName].filter(Boolean).join(" ");
  return name === "" ? person.email : name;
}

export function isLastActive(people: Person[], person: Person): boolean {
  return person.status === "ACTIVE" && people.filter((one) => one.status === "ACTIVE").length === 1;
}
