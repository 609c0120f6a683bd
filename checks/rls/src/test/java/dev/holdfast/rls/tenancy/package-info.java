/** What a tenancy spec may say. */
@NullMarked
package dev.holdfast.rls.tenancy;

import org.jspecify.annotations.NullMarked;
