/** Expressions and queries of policies, checks, views and functions, with every name resolved. */
@NullMarked
package dev.holdfast.rls.expression;

import org.jspecify.annotations.NullMarked;
