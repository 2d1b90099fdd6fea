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
  /** A number on its corner, such as unread messages. It is said after the label. */
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
  const shown = count ? (count > 99 ? "99+" : String(count)) : null;
  return (
    <button
      type="button"
      aria-label={shown === null ? label : `${label}, ${shown}`}
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
      {shown !== null && (
        <span className="px-icon-button__count" aria-hidden="true">
          {shown}
        </span>
      )}
    </button>
  );
}
