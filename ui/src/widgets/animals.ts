// The 24 animals in the contract's order.
export const ANIMALS: readonly string[] =
  'fox bear frog owl octopus tiger hare penguin wolf cat dog panda moose seal hedgehog squirrel mouse koala lion pig chick walrus raccoon mole'.split(' ');
