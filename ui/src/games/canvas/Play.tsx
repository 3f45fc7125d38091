// STUB, to be overwritten by its owner.

export default function CanvasPlay() {
  return null;
}
