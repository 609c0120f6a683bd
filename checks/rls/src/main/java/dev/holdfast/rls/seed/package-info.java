/** Makes rows that a schema takes without knowing it, and the sessions that ask for them. */
@NullMarked
package dev.holdfast.rls.seed;

import org.jspecify.annotations.NullMarked;
