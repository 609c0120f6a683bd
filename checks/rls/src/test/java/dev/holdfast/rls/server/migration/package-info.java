@NullMarked
package dev.holdfast.rls.server.migration;

import org.jspecify.annotations.NullMarked;
