@NullMarked
package dev.holdfast.rls.server.programs;

import org.jspecify.annotations.NullMarked;
