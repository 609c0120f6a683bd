@NullMarked
package dev.holdfast.rls.proving;

import org.jspecify.annotations.NullMarked;
