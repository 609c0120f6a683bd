@NullMarked
package dev.holdfast.rls.prove;

import org.jspecify.annotations.NullMarked;
