/** Who can do what with which relation, and why: the effective access that rules judge. */
@NullMarked
package dev.holdfast.rls.access;

import org.jspecify.annotations.NullMarked;
