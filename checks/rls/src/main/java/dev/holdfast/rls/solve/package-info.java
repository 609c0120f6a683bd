/** Formulas without quantifiers over equality, and the solvers that decide them. */
@NullMarked
package dev.holdfast.rls.solve;

import org.jspecify.annotations.NullMarked;
