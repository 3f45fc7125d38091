// A stub until the picture is drawn.
export function Creature(props: { id: string; hurt?: boolean }) {
  return <svg viewBox="0 0 100 100" class={`qart-${props.id}`} aria-hidden="true" />;
}
