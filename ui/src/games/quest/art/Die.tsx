// A stub until the picture is drawn.
export function Die(props: { face: number }) {
  return <svg viewBox="0 0 100 100" class={`qart-${props.face}`} aria-hidden="true" />;
}
