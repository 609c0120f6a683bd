@NullMarked
package dev.holdfast.rls.server;

import org.jspecify.annotations.NullMarked;
