/** What a schema's users mean by a tenant. */
@NullMarked
package dev.holdfast.rls.tenancy;

import org.jspecify.annotations.NullMarked;
