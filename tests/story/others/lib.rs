//! Nothing: the package only names others.
