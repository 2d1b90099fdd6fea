import type { ReactNode } from "react";
import { Key } from "./Key";

export interface NameCellProps {
  name: ReactNode;
  /** Below the name: a slug or key in the narrow face, or words. */
  below?: ReactNode;
  mono?: boolean;
  /** An IconTile or Avatar. */
  icon?: ReactNode;
}

/** The first cell of a row: picture, name, and what else tells it apart. */
export function NameCell({ name, below, mono, icon }: NameCellProps) {
  return (
    <span className="px-person">
      {icon}
      <span>
        {name}
        {below && <small>{mono ? <Key>{below}</Key> : below}</small>}
      </span>
    </span>
  );
}
