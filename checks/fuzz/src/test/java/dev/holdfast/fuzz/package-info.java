/** Runs hostile bytes through every parser, by their seeds and by coverage. */
package dev.holdfast.fuzz;
