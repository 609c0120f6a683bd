@NullMarked
package dev.holdfast.secrets.place;

import org.jspecify.annotations.NullMarked;
