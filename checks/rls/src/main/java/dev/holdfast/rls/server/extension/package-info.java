/** Stand-ins for extensions that are not installed. */
@NullMarked
package dev.holdfast.rls.server.extension;

import org.jspecify.annotations.NullMarked;
