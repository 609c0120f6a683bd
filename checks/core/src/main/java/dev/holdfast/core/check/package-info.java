/** What a check is, what it may see, and how checks are run. Knows no capability. */
@NullMarked
package dev.holdfast.core.check;

import org.jspecify.annotations.NullMarked;
