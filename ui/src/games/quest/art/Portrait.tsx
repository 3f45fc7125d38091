// A stub until the picture is drawn.
export function Portrait(props: { archetype: string; fallen?: boolean }) {
  return <svg viewBox="0 0 100 100" class={`qart-${props.archetype}`} aria-hidden="true" />;
}
