import { Component, type ReactNode } from 'react';

interface FaultBoundaryProps {
  /** What is shown instead; `retry` shows the children once more. */
  readonly instead: (fault: unknown, retry: () => void) => ReactNode;
  readonly children: ReactNode;
}

/** Keeps a fault in drawing one part of the window from taking the whole window away. */
export class FaultBoundary extends Component<
  FaultBoundaryProps,
  { readonly fault: { what: unknown } | null }
> {
  override state = { fault: null as { what: unknown } | null };

  static getDerivedStateFromError(what: unknown) {
    return { fault: { what } };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    return this.props.instead(fault.what, () => this.setState({ fault: null }));
  }
}
