/**
 * The matching engine: bytes in, matches out. A pure function of its rules and its input; knows no
 * file, no path and no report.
 */
@NullMarked
package dev.holdfast.secrets.engine;

import org.jspecify.annotations.NullMarked;
