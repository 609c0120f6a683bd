/** Proposals of tenancy specs, of schemas on a real server. */
@NullMarked
package dev.holdfast.rls.propose;

import org.jspecify.annotations.NullMarked;
