// A stub until the picture is drawn.
export function EffectSign(props: { id: string }) {
  return <svg viewBox="0 0 100 100" class={`qart-${props.id}`} aria-hidden="true" />;
}
