import { Component } from "react";
import type { ErrorInfo, ReactNode } from "react";

interface Props {
  /** A new one begins anew. */
  attempt: number;
  fallback: (error: unknown) => ReactNode;
  onCrash(error: unknown, where: string): void;
  children: ReactNode;
}

interface State {
  failed: boolean;
  error: unknown;
  attempt: number;
}

/** Keeps what goes wrong in one contribution in its place. */
export class Boundary extends Component<Props, State> {
  override state: State = { failed: false, error: undefined, attempt: this.props.attempt };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: true, error };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.attempt === state.attempt ? null : { failed: false, error: undefined, attempt: props.attempt };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.props.onCrash(error, info.componentStack ?? "");
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback(this.state.error) : this.props.children;
  }
}
