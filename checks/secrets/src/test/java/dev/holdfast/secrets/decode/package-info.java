@NullMarked
package dev.holdfast.secrets.decode;

import org.jspecify.annotations.NullMarked;
