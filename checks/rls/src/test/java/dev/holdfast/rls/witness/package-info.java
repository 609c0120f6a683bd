@NullMarked
package dev.holdfast.rls.witness;

import org.jspecify.annotations.NullMarked;
