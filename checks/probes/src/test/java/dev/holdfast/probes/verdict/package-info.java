/** Tests of verdict. */
@NullMarked
package dev.holdfast.probes.verdict;

import org.jspecify.annotations.NullMarked;
