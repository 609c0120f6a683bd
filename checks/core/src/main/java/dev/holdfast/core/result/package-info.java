/**
 * What a check found: outcome, severity, place and identity of one result. Knows no check, no file
 * and no format.
 */
@NullMarked
package dev.holdfast.core.result;

import org.jspecify.annotations.NullMarked;
