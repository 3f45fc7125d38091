// STUB, to be overwritten by its owner.

export default function CanvasTv() {
  return null;
}
