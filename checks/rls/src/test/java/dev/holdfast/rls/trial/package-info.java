@NullMarked
package dev.holdfast.rls.trial;

import org.jspecify.annotations.NullMarked;
