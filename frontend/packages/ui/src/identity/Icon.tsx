import type { ComponentType, SVGProps } from "react";

/** An icon of lucide, or any component that draws like one. */
export type IconType = ComponentType<
  Omit<SVGProps<SVGSVGElement>, "ref"> & { size?: number | string; strokeWidth?: number | string }
>;

export interface IconProps {
  of: IconType;
  size?: number;
  className?: string;
}

/** Draws an icon in the console's one line width. It says nothing: words stand beside it. */
export function Icon({ of: Shape, size = 16, className }: IconProps) {
  return <Shape size={size} strokeWidth={1.75} className={className} aria-hidden="true" focusable="false" />;
}
