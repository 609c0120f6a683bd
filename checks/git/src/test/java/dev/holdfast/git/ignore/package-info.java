@NullMarked
package dev.holdfast.git.ignore;

import org.jspecify.annotations.NullMarked;
