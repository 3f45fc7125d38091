// Draws a view again only when one of its props has changed. (Preact keeps its own in `preact/compat`, which phones need not load.)
import { Component, type ComponentChild, type FunctionComponent } from 'preact';

export function memo<P extends object>(view: FunctionComponent<P>): new (props: P) => Component<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      const before = this.props as P;
      return (Object.keys(next) as (keyof P)[]).some((key) => next[key] !== before[key]);
    }

    override render(): ComponentChild {
      return view(this.props as P & { children?: ComponentChild });
    }
  };
}
