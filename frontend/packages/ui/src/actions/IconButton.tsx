import type { ButtonHTMLAttributes, Ref } from "react";
import { cx } from "../cx";
import { Icon, type IconType } from "../identity/Icon";
import "./IconButton.css";

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled" | "children"> {
  icon: IconType;
  /** What it does, in words: read aloud and shown on hover. */
  label: string;
  variant?: "quiet" | "secondary";
  size?: "medium" | "small";
  /** A number on its corner, such as unread messages. The label must say it too. */
  count?: number | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

export function IconButton({
  icon,
  label,
  variant = "quiet",
  size = "medium",
  count,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={cx(
        "px-icon-button",
        `px-icon-button--${variant}`,
        size === "small" && "px-icon-button--small",
        className,
      )}
    >
      <Icon of={icon} size={size === "small" ? 16 : 18} />
      {count ? (
        <span className="px-icon-button__count" aria-hidden="true">
          {count > 99 ? "99+" : count}
        </span>
      ) : null}
    </button>
  );
}
