/** What a platform has in its databases before the first migration runs. */
@NullMarked
package dev.holdfast.rls.server.stub;

import org.jspecify.annotations.NullMarked;
