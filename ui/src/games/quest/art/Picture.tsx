// The stage of a scene.
export function Picture({ id, mood }: { id: string; mood: string; class?: string }) {
  return <svg viewBox="0 0 1600 900" preserveAspectRatio="xMidYMid slice" class={`qart-${mood}`} aria-hidden="true"><title>{id}</title></svg>;
}
