import type { ReactNode } from "react";
import { Icon } from "../identity/Icon";
import { Link, type LinkProps } from "../links/Link";
import { buttonClass, type ButtonLook } from "./Button";

export interface ButtonLinkProps extends Omit<LinkProps, "look">, ButtonLook {
  children: ReactNode;
}

/** Leads somewhere, in the look of a button. */
export function ButtonLink({ variant, size, icon, iconEnd, wide, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link look="none" className={buttonClass({ variant, size, wide }, className)} {...rest}>
      <span className="px-button__face">
        {icon && <Icon of={icon} size={16} />}
        <span className="px-button__words">{children}</span>
        {iconEnd && <Icon of={iconEnd} size={16} />}
      </span>
    </Link>
  );
}
