/** Tests of answer. */
@NullMarked
package dev.holdfast.probes.answer;

import org.jspecify.annotations.NullMarked;
