// The TV's measure: what is measured in pixels is set in rem, so that it keeps its share when the window changes.
export function remOf({ documentElement }: Document): number {
  return parseFloat(getComputedStyle(documentElement).fontSize);
}
