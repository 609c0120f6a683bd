/** Where a catalogue comes from: a live database, or migrations on a throw-away server. */
@NullMarked
package dev.holdfast.rls.source;

import org.jspecify.annotations.NullMarked;
