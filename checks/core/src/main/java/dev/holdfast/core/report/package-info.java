/** One finished run as a value, ready for any format. Knows no format. */
@NullMarked
package dev.holdfast.core.report;

import org.jspecify.annotations.NullMarked;
