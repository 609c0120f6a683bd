@NullMarked
package dev.holdfast.secrets.verify;

import org.jspecify.annotations.NullMarked;
