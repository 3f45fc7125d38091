// STUB, to be overwritten by the helper "phone".
export {};
