import type { SVGProps } from "react";

/** Drawn in the colour of what it stands in. An icon library such as lucide-react does as well. */
export function Bin({ size = 24, ...rest }: SVGProps<SVGSVGElement> & { size?: number | string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={1.75} {...rest}>
      <path d="M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5" />
    </svg>
  );
}
