@NullMarked
package dev.holdfast.secrets.known;

import org.jspecify.annotations.NullMarked;
