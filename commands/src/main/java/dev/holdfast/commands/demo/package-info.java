/** The demo: a small web shop with planted faults, and the proof that they are found. */
@NullMarked
package dev.holdfast.commands.demo;

import org.jspecify.annotations.NullMarked;
