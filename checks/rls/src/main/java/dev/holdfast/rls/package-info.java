/** Row level security of PostgreSQL: what a catalogue lets whom do, tried out and proved. */
@NullMarked
package dev.holdfast.rls;

import org.jspecify.annotations.NullMarked;
