@NullMarked
package dev.holdfast.rls.server.stub;

import org.jspecify.annotations.NullMarked;
