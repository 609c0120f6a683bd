@NullMarked
package dev.holdfast.rls.generate;

import org.jspecify.annotations.NullMarked;
