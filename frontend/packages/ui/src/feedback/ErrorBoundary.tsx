import { Component, type ErrorInfo, type ReactNode } from "react";

export interface ErrorBoundaryProps {
  /** What stands in its place; `retry` tries the children once more. */
  fallback: (error: Error, retry: () => void) => ReactNode;
  onError?: ((error: Error, info: ErrorInfo) => void) | undefined;
  /** When it changes, the children get a new try: the address, a plugin's version. */
  resetKey?: string | number | undefined;
  children: ReactNode;
}

interface State {
  error: Error | null;
  resetKey: string | number | undefined;
}

/** What breaks inside stays inside. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { error: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { error: null, resetKey: props.resetKey };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    this.props.onError?.(error, info);
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? this.props.fallback(error, () => this.setState({ error: null })) : this.props.children;
  }
}
