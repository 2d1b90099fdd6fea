import { useId, type ButtonHTMLAttributes, type MouseEvent, type Ref } from "react";
import { cx } from "../cx";
import { Icon, type IconType } from "../identity/Icon";
import { useTexts } from "../texts/TextsProvider";
import { Spinner } from "../feedback/Spinner";
import { VisuallyHidden } from "../layout/VisuallyHidden";
import "./Button.css";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

export interface ButtonLook {
  variant?: ButtonVariant | undefined;
  size?: "medium" | "small" | undefined;
  icon?: IconType | undefined;
  iconEnd?: IconType | undefined;
  /** As wide as what it stands in. */
  wide?: boolean | undefined;
}

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled">, ButtonLook {
  /** Under way: it keeps its size and its focus, and does nothing more. */
  busy?: boolean | undefined;
  /** Why it cannot be used now. A button that is off says so: there is no other way to switch it off. */
  disabledReason?: string | false | null | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
}

export function buttonClass(look: ButtonLook, extra?: string): string {
  return cx(
    "px-button",
    `px-button--${look.variant ?? "secondary"}`,
    look.size === "small" && "px-button--small",
    look.wide && "px-button--wide",
    extra,
  );
}

/** Verb and object: "Install Loyalty", never "OK". */
export function Button({
  variant,
  size,
  icon,
  iconEnd,
  wide,
  busy = false,
  disabledReason,
  type = "button",
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const texts = useTexts();
  const off = busy || Boolean(disabledReason);
  const acts = type === "submit" || variant === "primary" || variant === "danger";
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    // The second click of a double click comes before anything is seen of the first: what acts, acts once.
    if (off || (acts && event.detail > 1)) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass({ variant, size, wide }, cx(busy && "px-button--busy", className))}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      aria-describedby={disabledReason ? reasonId : rest["aria-describedby"]}
      title={disabledReason || rest.title}
      onClick={click}
    >
      <span className="px-button__face">
        {icon && <Icon of={icon} size={16} />}
        <span className="px-button__words">{children}</span>
        {iconEnd && <Icon of={iconEnd} size={16} />}
      </span>
      {busy && <Spinner size={16} />}
      {busy && <VisuallyHidden>{texts.busy}</VisuallyHidden>}
      {disabledReason && (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      )}
    </button>
  );
}
