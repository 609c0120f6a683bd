/** The audit: rules over the effective access and the typed expressions of policies. */
@NullMarked
package dev.holdfast.rls.audit;

import org.jspecify.annotations.NullMarked;
