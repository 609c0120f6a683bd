@NullMarked
package dev.holdfast.secrets.bundle;

import org.jspecify.annotations.NullMarked;
