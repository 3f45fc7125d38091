// STUB, to be overwritten by the helper "sync".

/** A cell that the template leaves free. */
export const FREE = 0xffff;
