/** Finds in a schema what its users may mean by a tenant, and says why. */
@NullMarked
package dev.holdfast.rls.propose;

import org.jspecify.annotations.NullMarked;
